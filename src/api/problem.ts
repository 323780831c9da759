/** Messages by dot path (`units.0.tenant.phone`), as a validation answer gives them. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

/** Whose way of writing an error body it was, by its reader's name; `none` when the body said nothing that we can read. */
export type Dialect = string;

/**
 * Where the failure was met: an HTTP answer, no answer at all, our own deadline, or refused here before sending (the
 * server asked to be left alone, or is known to have trouble).
 */
export type ProblemOrigin = 'answer' | 'network' | 'timeout' | 'local';

/** What every problem carries. Neither a body nor a token, so that it may be logged. */
type Facts = {
  readonly origin: ProblemOrigin;
  /** Null when no answer came. */
  readonly status: number | null;
  /** The server's own message; shown second and as text, never inspected. */
  readonly serverMessage: string | null;
  readonly code: string | null;
  readonly fieldErrors: FieldErrors;
  /** Epoch ms by this device's clock before which nothing of that kind is to be sent; null when nobody named it. */
  readonly notBefore: number | null;
  /** The server's `X-Request-Id`, else the one that was sent along. */
  readonly requestId: string | null;
  readonly dialect: Dialect;
  readonly method: string;
  /** The route's template (`/locks/{id}/logs`), never the address, which may name a person's things. */
  readonly route: string;
};

/** What a failure is, decided by the HTTP status alone (or by the lack of one); and what only this kind knows. */
type Kinds =
  | { readonly kind: 'unauthenticated' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'rate-limited'; readonly notBefore: number }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'rejected' }
  /** `parsePath` says where the answer left the contract (`data.units.0.state`); never values. */
  | { readonly kind: 'malformed'; readonly parsePath: string | null };

export type ProblemKind = Kinds['kind'];

class ProblemError extends Error implements Facts {
  override readonly name = 'ApiProblem';
  readonly origin: ProblemOrigin;
  readonly status: number | null;
  readonly serverMessage: string | null;
  readonly code: string | null;
  readonly fieldErrors: FieldErrors;
  readonly notBefore: number | null;
  readonly requestId: string | null;
  readonly dialect: Dialect;
  readonly method: string;
  readonly route: string;

  constructor(kind: ProblemKind, facts: NewFacts) {
    super(`${facts.method} ${facts.route}: ${kind} (${facts.status ?? facts.origin})`);
    this.origin = facts.origin;
    this.status = facts.status ?? null;
    this.serverMessage = facts.serverMessage ?? null;
    this.code = facts.code ?? null;
    this.fieldErrors = facts.fieldErrors ?? {};
    this.notBefore = facts.notBefore ?? null;
    this.requestId = facts.requestId ?? null;
    this.dialect = facts.dialect ?? 'none';
    this.method = facts.method;
    this.route = facts.route;
  }
}

/** The one error of the query layer: a union on `kind`, thrown as an Error. */
export type ApiProblem = Kinds extends infer Each ? (Each extends Kinds ? ProblemError & Each : never) : never;

type NewFacts = Pick<Facts, 'origin' | 'method' | 'route'> & Partial<Facts>;
export type NewProblem = Kinds & NewFacts;

/** Makes the problem to throw. */
export function apiProblem(facts: NewProblem): ApiProblem {
  const own = facts.kind === 'malformed' ? { kind: facts.kind, parsePath: facts.parsePath } : { kind: facts.kind };
  // The union's own type guards `facts`; the Error beneath it carries the rest.
  return Object.assign(new ProblemError(facts.kind, facts), own) as ApiProblem;
}

export function isApiProblem(error: unknown): error is ApiProblem {
  return error instanceof ProblemError;
}

/** The kind of an HTTP status that is not a good answer. Total: every number has one. */
export function kindOfStatus(status: number): ProblemKind {
  switch (status) {
    case 401:
      return 'unauthenticated';
    case 403:
      return 'forbidden';
    case 404:
    case 410:
      return 'not-found';
    case 409:
      return 'conflict';
    case 422:
      return 'invalid';
    case 429:
      return 'rate-limited';
    case 408:
    case 425:
      return 'unavailable';
    case 501:
      return 'unsupported';
    default:
      if (status >= 500) return 'unavailable';
      // What is neither an error nor the answer that was asked for (a redirect, a stray 204) is not the contract.
      return status >= 400 ? 'rejected' : 'malformed';
  }
}
