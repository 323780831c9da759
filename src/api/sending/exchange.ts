import { type Clock, randomId } from '#platform';
import { AnswerOffContract, readAnswer } from '../answer.ts';
import type { DialectReader } from '../dialects/dialect.ts';
import { type ApiProblem, apiProblem, isApiProblem, type NewProblem } from '../problem.ts';
import { readRefusal } from '../read-refusal.ts';
import { isFromCache } from '../timing/from-cache.ts';
import type { RateWindows } from '../timing/rate-windows.ts';
import type { ServerClock } from '../timing/server-clock.ts';
import { usedUpForSeconds } from '../timing/when-to-send.ts';
import type { Sender } from './credentials.ts';
import { type ApiRequest, toInit } from './request.ts';

export type ExchangeParts = {
  /** Absolute address, without a slash at the end. */
  readonly base: string;
  readonly fetch: (input: string, init: RequestInit) => Promise<Response>;
  readonly clock: Clock;
  readonly serverClock: ServerClock;
  readonly windows: RateWindows;
  /** How this server may write its errors, from the one that is hardest to mistake to the one that is easiest. */
  readonly dialects: readonly DialectReader[];
};

/** How one exchange ended, for whoever watches over the server's health. */
export type Ending = {
  readonly request: ApiRequest<unknown>;
  readonly sentAt: number;
  readonly status: number | null;
  readonly requestId: string;
  /** Null when it went well; `called-off` when nobody wanted the answer any more. */
  readonly problem: ApiProblem | 'called-off' | null;
};

/** What a server may call a request: it is shown to people and kept. */
const REQUEST_ID = /^[\w.:-]{1,100}$/;

/**
 * Sends one request once, within its deadline, and reads the answer into a value or into one problem. The request
 * leaves in this very task. Throws ApiProblem, or the signal's reason when the caller called it off.
 */
export async function exchange<T>(
  request: ApiRequest<T>,
  sender: Sender,
  parts: ExchangeParts,
  onEnd: (ending: Ending) => void,
): Promise<T> {
  const { clock } = parts;
  if (request.signal?.aborted) throw request.signal.reason;
  const deadline = new AbortController();
  const cancelDeadline = clock.after(request.deadlineMs, () => deadline.abort());
  const callOff = () => deadline.abort();
  request.signal?.addEventListener('abort', callOff, { once: true });
  const known = { sentAt: clock.now(), status: null as number | null, requestId: randomId() };
  const end = (problem: Ending['problem']) => onEnd({ request, ...known, problem });
  try {
    const init = toInit(request, sender, known.requestId, deadline.signal);
    const response = await parts.fetch(parts.base + request.path, init);
    known.status = response.status;
    const { headers } = response;
    known.requestId = REQUEST_ID.exec(headers.get('x-request-id') ?? '')?.[0] ?? known.requestId;
    // A cache repeats the `Date` of when it asked.
    const date = isFromCache(headers) ? null : headers.get('date');
    const trust = parts.serverClock.observe(date, known.sentAt, clock.now());
    const value = await readValue(request, sender, response, known.requestId, parts);
    trust();
    end(null);
    return value;
  } catch (error) {
    if (request.signal?.aborted) {
      end('called-off');
      throw request.signal.reason;
    }
    const problem = asProblem(error, request, known, deadline.signal.aborted);
    end(problem);
    throw problem;
  } finally {
    cancelDeadline();
    request.signal?.removeEventListener('abort', callOff);
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
    const isOpen = windows.until(request.scope) === null;
    // What is answered while its limit is closed was sent before that, and knows less than the refusal.
    if (isOpen) windows.succeed(request.scope, usedUpForSeconds({ headers: answer.headers, now: clock.now() }));
    return value;
  }
  const { method, route, scope } = request;
  const { kind, message, retryAfterSeconds: seconds, ...details } = readRefusal(answer, clock.now(), dialects);
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
  if (error instanceof AnswerOffContract) {
    return apiProblem({ ...facts, kind: 'malformed', origin: 'answer', parsePath: error.path });
  }
  if (isLate) return apiProblem({ ...facts, kind: 'unavailable', origin: 'timeout' });
  // What went wrong after a status (a body that broke off) is an answer of sorts: the request was not unheard.
  return apiProblem({ ...facts, kind: 'unavailable', origin: status === null ? 'network' : 'answer' });
}
