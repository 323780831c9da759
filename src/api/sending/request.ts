import type { Answer } from '../answer.ts';
import type { Opens } from '../problem-policy.ts';
import type { CredentialId, Sender } from './credentials.ts';

/**
 * What a request is for, and so what may be done with it:
 * - a `read` may be sent again by itself;
 * - a `form` is a person's, who sends it again;
 * - a `report` waits in an outbox that sends it again;
 * - a `command` acts in the world: sent in the task in which it was made or refused, never held, never again;
 * - a `probe` asks whether the server is well, while nothing else does.
 */
export type Purpose = 'read' | 'form' | 'report' | 'command' | 'probe';

type Fields = Readonly<Record<string, string>>;

export type ApiRequest<T> = {
  readonly purpose: Purpose;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** The path as a template, for diagnostics. */
  readonly route: string;
  /**
   * What a good answer means. Undefined hands it on to the problem table; throws AnswerOffContract when it is a good
   * status with a body that breaks the contract. `sentAs` is the credential that the request carried.
   */
  readonly read: (answer: Answer, sentAs: CredentialId | null) => T | undefined;
  readonly body?: unknown;
  /** Known before, or made when it is known as whom the request is sent. */
  readonly headers?: Fields | ((sentAs: CredentialId | null) => Fields);
  /** Whose credential it carries (`tenantKey`), asked for when it is sent; null for the calls that need none. */
  readonly subject: string | null;
  /** Only with this credential of theirs: a command is not sent again after another sign-in. */
  readonly credential?: CredentialId;
  /** What a command is to open; see `handleProblem`. */
  readonly opens?: Opens;
  /** Which limit this call counts against: server, route family and, where it counts by person, who. */
  readonly scope: string;
  /** Ms from now after which no answer is waited for. */
  readonly deadlineMs: number;
  readonly signal?: AbortSignal;
  /** Kept alive when the page goes (fetch `keepalive`), for reports that leave at the last moment. */
  readonly keepalive?: boolean;
};

/** The request as `fetch` wants it, from this sender. */
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
    // Answers hold keys and names: the browser's cache is no place for them, and our ETag needs to see the 304.
    cache: 'no-store',
    credentials: 'omit',
    // A redirect is a captive portal or a mistake; following one would carry the token to strangers.
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
    ...(keepalive ? { keepalive } : {}),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}
