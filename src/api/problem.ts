/** Validation messages by dot path, such as `units.0.tenant.phone`. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

/** The name of the `DialectReader` that read the error body; `none` when no dialect matched. */
export type Dialect = string;

/**
 * Where the failure happened: in an HTTP answer, in the network, at the deadline, or on this device before sending (a
 * rate-limit window, the circuit breaker or a missing credential).
 */
export type ProblemOrigin = 'answer' | 'network' | 'timeout' | 'local';

/** What every problem carries. Contains no body and no token, so it may be logged. */
type Facts = {
  readonly origin: ProblemOrigin;
  /** Null when no answer came. */
  readonly status: number | null;
  /** The server's own message, shown as text below ours. The app must not decide anything by its content. */
  readonly serverMessage: string | null;
  readonly code: string | null;
  readonly fieldErrors: FieldErrors;
  /** When the request may be sent again, in epoch ms on this device's clock; null when unknown. */
  readonly notBefore: number | null;
  /** The server's `X-Request-Id`, else the one that the request carried. */
  readonly requestId: string | null;
  readonly dialect: Dialect;
  readonly method: string;
  /** The route's template (`/locks/{id}/logs`). The address itself may contain personal data. */
  readonly route: string;
};

/** The kinds of failure, decided by the HTTP status alone, with the facts that only one kind has. */
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
  /** `parsePath` names the field that breaks the contract (`data.units.0.state`), never its value. */
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

/** The error that the query layer throws: a union on `kind`. */
export type ApiProblem = Kinds extends infer Each ? (Each extends Kinds ? ProblemError & Each : never) : never;

type NewFacts = Pick<Facts, 'origin' | 'method' | 'route'> & Partial<Facts>;
export type NewProblem = Kinds & NewFacts;

/** Creates the error to throw. */
export function apiProblem(facts: NewProblem): ApiProblem {
  const own = facts.kind === 'malformed' ? { kind: facts.kind, parsePath: facts.parsePath } : { kind: facts.kind };
  // `NewProblem` has checked the facts of this kind already.
  return Object.assign(new ProblemError(facts.kind, facts), own) as ApiProblem;
}

export function isApiProblem(error: unknown): error is ApiProblem {
  return error instanceof ProblemError;
}

/** The kind of failure for any HTTP status that `ApiRequest.read` did not accept. */
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
      // An unexpected status that is not an error, such as a redirect or a 204, breaks the contract.
      return status >= 400 ? 'rejected' : 'malformed';
  }
}
