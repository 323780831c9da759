import { type Clock, randomId } from '#platform';
import { MalformedAnswer, readAnswer } from '../answer.ts';
import type { DialectReader } from '../dialects/dialect.ts';
import { parseErrorResponse } from '../parse-error-response.ts';
import { type ApiProblem, apiProblem, isApiProblem, type NewProblem } from '../problem.ts';
import { isFromCache } from '../timing/from-cache.ts';
import type { RateWindows } from '../timing/rate-windows.ts';
import type { ServerClock } from '../timing/server-clock.ts';
import { usedUpForSeconds } from '../timing/when-to-send.ts';
import type { Sender } from './credentials.ts';
import { type ApiRequest, toInit } from './request.ts';

export type ExchangeParts = {
  /** Absolute URL without a trailing slash. */
  readonly base: string;
  readonly fetch: (input: string, init: RequestInit) => Promise<Response>;
  readonly clock: Clock;
  readonly serverClock: ServerClock;
  readonly windows: RateWindows;
  /** The error formats of this server, most specific first. */
  readonly dialects: readonly DialectReader[];
};

/** The result of one exchange, for the circuit breaker and the diagnostics. */
export type ExchangeResult = {
  readonly request: ApiRequest<unknown>;
  readonly sentAt: number;
  readonly status: number | null;
  readonly requestId: string;
  /** Null after a success; `aborted` when the caller's signal ended it. */
  readonly problem: ApiProblem | 'aborted' | null;
};

/** Limits what a server's request id may contain, because it is shown and stored. */
const REQUEST_ID = /^[\w.:-]{1,100}$/;

/**
 * Sends one request, in the task of the call, and reads the answer within the request's deadline.
 *
 * @throws ApiProblem, or the reason of `request.signal` when the caller aborted it
 */
export async function exchange<T>(
  request: ApiRequest<T>,
  sender: Sender,
  parts: ExchangeParts,
  onEnd: (result: ExchangeResult) => void,
): Promise<T> {
  const { clock } = parts;
  if (request.signal?.aborted) throw request.signal.reason;
  const deadline = new AbortController();
  const cancelDeadline = clock.after(request.deadlineMs, () => deadline.abort());
  const abort = () => deadline.abort();
  request.signal?.addEventListener('abort', abort, { once: true });
  const known = { sentAt: clock.now(), status: null as number | null, requestId: randomId() };
  const end = (problem: ExchangeResult['problem']) => onEnd({ request, ...known, problem });
  try {
    const init = toInit(request, sender, known.requestId, deadline.signal);
    const response = await parts.fetch(parts.base + request.path, init);
    known.status = response.status;
    const { headers } = response;
    known.requestId = REQUEST_ID.exec(headers.get('x-request-id') ?? '')?.[0] ?? known.requestId;
    // A cache repeats the `Date` of the original answer.
    const date = isFromCache(headers) ? null : headers.get('date');
    const trust = parts.serverClock.observe(date, known.sentAt, clock.now());
    const value = await readValue(request, sender, response, known.requestId, parts);
    trust();
    end(null);
    return value;
  } catch (error) {
    if (request.signal?.aborted) {
      end('aborted');
      throw request.signal.reason;
    }
    const problem = asProblem(error, request, known, deadline.signal.aborted);
    end(problem);
    throw problem;
  } finally {
    cancelDeadline();
    request.signal?.removeEventListener('abort', abort);
  }
}

async function readValue<T>(
  request: ApiRequest<T>,
  { id }: Sender,
  response: Response,
  requestId: string,
  { clock, windows, dialects }: ExchangeParts,
): Promise<T> {
  const answer = await readAnswer(response);
  const value = request.read(answer, id);
  if (value !== undefined) {
    const isBlocked = windows.blockedUntil(request.scope) !== null;
    // A request that succeeds during a block was sent before the 429, so it must not lift the block.
    if (!isBlocked) windows.succeed(request.scope, usedUpForSeconds({ headers: answer.headers, now: clock.now() }));
    return value;
  }
  const { method, route, scope } = request;
  const { kind, message, retryAfterSeconds: seconds, ...details } = parseErrorResponse(answer, clock.now(), dialects);
  const facts = { origin: 'answer', method, route, status: answer.status, requestId, serverMessage: message } as const;
  if (kind === 'rate-limited') {
    throw apiProblem({ ...facts, ...details, kind, notBefore: windows.block(scope, seconds) });
  }
  const notBefore = seconds === null ? null : clock.now() + seconds * 1000;
  throw apiProblem({
    ...facts,
    ...details,
    ...(kind === 'malformed' ? { kind, parsePath: null } : { kind }),
    notBefore,
  });
}

function asProblem(
  error: unknown,
  { method, route }: ApiRequest<unknown>,
  { status, requestId }: { readonly status: number | null; readonly requestId: string },
  isLate: boolean,
): ApiProblem {
  if (isApiProblem(error)) return error;
  const facts: Omit<NewProblem, 'kind' | 'origin'> = { method, route, status, requestId };
  if (error instanceof MalformedAnswer) {
    return apiProblem({ ...facts, kind: 'malformed', origin: 'answer', parsePath: error.path });
  }
  if (isLate) return apiProblem({ ...facts, kind: 'unavailable', origin: 'timeout' });
  // A failure after the status line, such as a broken body, still proves that the server received the request.
  return apiProblem({ ...facts, kind: 'unavailable', origin: status === null ? 'network' : 'answer' });
}
