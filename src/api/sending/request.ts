import type { OpenTarget } from '#model';
import type { Answer } from '../answer.ts';
import type { CredentialId, Sender } from './credentials.ts';

/**
 * What a request is for. This decides how it may be sent:
 * - a `read` is retried automatically;
 * - a `form` is sent by a person, who retries it;
 * - a `report` is stored in an outbox, which retries it;
 * - a `command` opens a door: it is sent or refused in the task that created it, never queued and never retried here;
 * - a `probe` is a health check, sent while the circuit breaker is open.
 */
export type Purpose = 'read' | 'form' | 'report' | 'command' | 'probe';

type Fields = Readonly<Record<string, string>>;

export type ApiRequest<T> = {
  readonly purpose: Purpose;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** The path as a template (`/locks/{id}/logs`), for diagnostics. */
  readonly route: string;
  /**
   * Reads the value of a successful answer. Returns undefined for any other answer, which becomes an ApiProblem. Throws
   * MalformedAnswer for a success status with a body that breaks the contract. `sentAs` is the credential that was sent.
   */
  readonly read: (answer: Answer, sentAs: CredentialId | null) => T | undefined;
  readonly body?: unknown;
  /** A function when the fields depend on the credential that is sent. */
  readonly headers?: Fields | ((sentAs: CredentialId | null) => Fields);
  /** The tenant whose credential is sent (`tenantKey`), looked up when the request is sent; null for a request without one. */
  readonly subject: string | null;
  /** Sends only with this credential of the subject, so that no command is repeated after another sign-in. */
  readonly credential?: CredentialId;
  /** For an open command; see `handleProblem`. */
  readonly opens?: OpenTarget['kind'];
  /** The rate limit that this request counts against (`RateWindows`): server, route family and sometimes the tenant. */
  readonly scope: string;
  /** Time from sending to the end of the answer. */
  readonly deadlineMs: number;
  readonly signal?: AbortSignal;
  /** Lets `fetch` finish after the page is closed. */
  readonly keepalive?: boolean;
};

/** The options for `fetch`. */
export function toInit(
  { method, headers, body, keepalive }: ApiRequest<unknown>,
  { id, fields }: Sender,
  requestId: string,
  signal: AbortSignal,
): RequestInit {
  return {
    method,
    headers: {
      Accept: 'application/json',
      'X-Request-Id': requestId,
      ...(typeof headers === 'function' ? headers(id) : headers),
      ...fields,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    signal,
    // Answers contain keys and names, which must not be cached. A cache would also hide the 304 of our ETag.
    cache: 'no-store',
    credentials: 'omit',
    // A redirect comes from a captive portal or a mistake. Following it would send the token to another server.
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
    ...(keepalive ? { keepalive } : {}),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}
