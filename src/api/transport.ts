import type { Clock } from '#platform';
import { type Answer, AnswerOffContract, readAnswer } from './answer.ts';
import { readErrorText } from './dialects.ts';
import { ApiProblem, kindOfStatus, type ProblemFacts } from './problem.ts';
import type { RateWindows } from './rate-windows.ts';
import { retryAfterSeconds } from './retry-after.ts';
import type { ServerClock } from './server-clock.ts';

export type ApiRequest<T> = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** The path as a template, for scopes and diagnostics. */
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
  /** Which limit this call counts against: server, route family and, where it counts by person, who. */
  readonly scope: string;
  /** Ms from now after which no answer is waited for. */
  readonly deadlineMs: number;
  readonly signal?: AbortSignal;
  /** Kept alive when the page goes (fetch `keepalive`), for reports that leave at the last moment. */
  readonly keepalive?: boolean;
};

export type Transport = {
  /** Sends once. Throws ApiProblem, or the signal's reason when the caller called it off. */
  send<T>(request: ApiRequest<T>): Promise<T>;
  readonly base: string;
};

export type TransportParts = {
  /** Absolute address, without a slash at the end. */
  readonly base: string;
  readonly fetch: (input: string, init: RequestInit) => Promise<Response>;
  readonly clock: Clock;
  readonly serverClock: ServerClock;
  readonly windows: RateWindows;
  /** Told of each problem once, before it is thrown: the place where a 401 ends the session. */
  readonly onProblem: (problem: ApiProblem, token: string | null) => void;
};

/** The one way out of this app. It never repeats a request: whoever may, decides that above. */
export function createTransport(parts: TransportParts): Transport {
  const { clock, windows } = parts;

  async function send<T>(request: ApiRequest<T>): Promise<T> {
    const problem = (facts: Partial<ProblemFacts> & Pick<ProblemFacts, 'kind' | 'origin'>) =>
      new ApiProblem({ method: request.method, route: request.route, ...facts });
    const closedUntil = windows.until(request.scope);
    if (closedUntil !== null) throw problem({ kind: 'rate-limited', origin: 'local', notBefore: closedUntil });

    const deadline = new AbortController();
    const cancelDeadline = clock.after(request.deadlineMs, () => deadline.abort());
    const callOff = () => deadline.abort();
    request.signal?.addEventListener('abort', callOff, { once: true });
    const sentAt = clock.now();
    let status: number | null = null;
    try {
      if (request.signal?.aborted) throw request.signal.reason;
      const response = await parts.fetch(parts.base + request.path, init(request, deadline.signal));
      status = response.status;
      parts.serverClock.observe(response.headers.get('date'), sentAt, clock.now());
      const answer = await readAnswer(response);
      const value = request.read(answer);
      if (value !== undefined) {
        windows.reopen(request.scope);
        return value;
      }
      throw fromAnswer(answer, request.scope, problem);
    } catch (error) {
      if (request.signal?.aborted) throw request.signal.reason;
      throw told(asProblem(error, status, deadline.signal.aborted, problem), request.token);
    } finally {
      cancelDeadline();
      request.signal?.removeEventListener('abort', callOff);
    }
  }

  function fromAnswer(answer: Answer, scope: string, problem: MakeProblem): ApiProblem {
    const kind = kindOfStatus(answer.status);
    const { message, code, fieldErrors } = readErrorText(answer.json, answer.headers);
    const notBefore =
      kind === 'rate-limited' ? windows.close(scope, retryAfterSeconds(answer.headers, message, clock.now())) : null;
    const status = answer.status;
    return problem({ kind, origin: 'answer', status, serverMessage: message, code, fieldErrors, notBefore });
  }

  function told(problem: ApiProblem, token: string | null): ApiProblem {
    parts.onProblem(problem, token);
    return problem;
  }

  return { send, base: parts.base };
}

type MakeProblem = (facts: Partial<ProblemFacts> & Pick<ProblemFacts, 'kind' | 'origin'>) => ApiProblem;

function asProblem(error: unknown, status: number | null, timedOut: boolean, problem: MakeProblem): ApiProblem {
  if (error instanceof ApiProblem) return error;
  if (error instanceof AnswerOffContract) {
    return problem({ kind: 'malformed', origin: 'answer', status, parsePath: error.path });
  }
  if (timedOut) return problem({ kind: 'unavailable', origin: 'timeout', status });
  // What went wrong after a status (a body that broke off) is an answer of sorts: the request was not unheard.
  const origin = status === null ? 'network' : 'answer';
  return problem({ kind: 'unavailable', origin, status });
}

function init(request: ApiRequest<unknown>, signal: AbortSignal): RequestInit {
  const headers: Record<string, string> = { Accept: 'application/json', ...request.headers };
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
