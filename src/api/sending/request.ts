import type { Answer } from '../answer.ts';
import type { ProblemSubject } from '../problem-policy.ts';

/**
 * What a request is for, and so what may be done with it:
 * - a `read` may be sent again by itself;
 * - a `form` is a person's, who sends it again;
 * - a `report` waits in an outbox that sends it again;
 * - a `command` acts in the world: sent in the task in which it was made or refused, never held, never again;
 * - a `probe` asks whether the server is well, while nothing else does.
 */
export type Purpose = 'read' | 'form' | 'report' | 'command' | 'probe';

export type ApiRequest<T> = {
  readonly purpose: Purpose;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** The path as a template, for diagnostics. */
  readonly route: string;
  /**
   * What a good answer means. Undefined hands it on to the problem table; throws AnswerOffContract when it is a good
   * status with a body that breaks the contract.
   */
  readonly read: (answer: Answer) => T | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The bearer; null for the calls that need none. */
  readonly token: string | null;
  /** What a command is to open; see `handleProblem`. */
  readonly subject?: ProblemSubject;
  /** Which limit this call counts against: server, route family and, where it counts by person, who. */
  readonly scope: string;
  /** Ms from now after which no answer is waited for. */
  readonly deadlineMs: number;
  readonly signal?: AbortSignal;
  /** Kept alive when the page goes (fetch `keepalive`), for reports that leave at the last moment. */
  readonly keepalive?: boolean;
};

/** The request as `fetch` wants it. */
export function toInit(request: ApiRequest<unknown>, requestId: string, signal: AbortSignal): RequestInit {
  const headers: Record<string, string> = { Accept: 'application/json', 'X-Request-Id': requestId, ...request.headers };
  if (request.token !== null) headers.Authorization = `Bearer ${request.token}`;
  if (request.body !== undefined) headers['Content-Type'] = 'application/json';
  return {
    method: request.method,
    headers,
    signal,
    // Answers hold keys and names: the browser's cache is no place for them, and our ETag needs to see the 304.
    cache: 'no-store',
    credentials: 'omit',
    // A redirect is a captive portal or a mistake; following one would carry the token to strangers.
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
    ...(request.keepalive ? { keepalive: true } : {}),
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  };
}
