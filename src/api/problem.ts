/** What a failure is, decided by the HTTP status alone (or by the lack of one). */
export type ProblemKind =
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'invalid'
  | 'rate-limited'
  | 'unavailable'
  | 'unsupported'
  | 'rejected'
  | 'malformed';

/** Messages by dot path (`units.0.tenant.phone`), as a validation answer gives them. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

/** Where the failure was met: an HTTP answer, no answer at all, our own deadline, or refused here before sending. */
export type ProblemOrigin = 'answer' | 'network' | 'timeout' | 'local';

export type ProblemFacts = {
  readonly kind: ProblemKind;
  readonly origin: ProblemOrigin;
  /** Null when no answer came. */
  readonly status: number | null;
  /** The server's own words; shown second and as text, never inspected. */
  readonly serverMessage: string | null;
  readonly code: string | null;
  readonly fieldErrors: FieldErrors;
  /** Epoch ms by this device's clock before which nothing of that kind is to be sent; null when nobody named it. */
  readonly notBefore: number | null;
  readonly method: string;
  /** The route's template (`/locks/{id}/logs`), never the address, which may name a person's things. */
  readonly route: string;
  /** For `malformed`: where the answer left the contract (`data.units.0.state`). Never values. */
  readonly parsePath: string | null;
};

/** The one error of the query layer. Carries neither body nor token, so that it may be logged. */
export class ApiProblem extends Error implements ProblemFacts {
  override readonly name = 'ApiProblem';
  readonly kind: ProblemKind;
  readonly origin: ProblemOrigin;
  readonly status: number | null;
  readonly serverMessage: string | null;
  readonly code: string | null;
  readonly fieldErrors: FieldErrors;
  readonly notBefore: number | null;
  readonly method: string;
  readonly route: string;
  readonly parsePath: string | null;

  constructor(facts: Pick<ProblemFacts, 'kind' | 'origin' | 'method' | 'route'> & Partial<ProblemFacts>) {
    super(`${facts.method} ${facts.route}: ${facts.kind} (${facts.status ?? facts.origin})`);
    this.kind = facts.kind;
    this.origin = facts.origin;
    this.status = facts.status ?? null;
    this.serverMessage = facts.serverMessage ?? null;
    this.code = facts.code ?? null;
    this.fieldErrors = facts.fieldErrors ?? {};
    this.notBefore = facts.notBefore ?? null;
    this.method = facts.method;
    this.route = facts.route;
    this.parsePath = facts.parsePath ?? null;
  }
}

/** The kind of an HTTP status that is not a good answer. Total: every number has one (`design`: the status decides). */
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
