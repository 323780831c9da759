import { createFakeClock } from '#platform/test-helpers';
import type { Answer } from './answer.ts';
import { FAILURES_TO_OPEN } from './health/circuit-breaker.ts';
import { type ApiProblem, isApiProblem } from './problem.ts';
import type { ApiRequest } from './sending/request.ts';
import { transportParts } from './test-helpers/index.ts';
import { createTransport, type TransportParts } from './transport.ts';

export type Reply = Response | Error | ((init: RequestInit) => Response | Promise<Response>);

export const TOKEN = '1|secret-token';
export const BASE = 'https://api.test/v2';

/** A transport to a server that gives `replies` in order, with its requests and the calls of `onProblem`. */
export function createTestTransport(...replies: Reply[]) {
  return createTransportWith({}, ...replies);
}

/** Like `createTestTransport`, with `more` replacing some parts. */
export function createTransportWith(more: Partial<TransportParts>, ...replies: Reply[]) {
  const clock = createFakeClock();
  const parts = { ...transportParts(clock), ...more };
  const sent: { readonly url: string; readonly init: RequestInit }[] = [];
  const reported: { readonly problem: ApiProblem; readonly sentAs: string | null }[] = [];
  const transport = createTransport({
    base: BASE,
    fetch: async (url, init) => {
      sent.push({ url, init });
      const reply = replies.shift();
      if (!reply) throw new Error('the test has no more replies');
      if (reply instanceof Error) throw reply;
      return reply instanceof Response ? reply : reply(init);
    },
    onProblem: (problem, { sentAs }) => reported.push({ problem, sentAs }),
    ...parts,
  });
  const { serverClock, windows, exchanges } = parts;
  return { transport, clock, serverClock, windows, exchanges, sent, reported };
}

export const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });

/** A reply that never comes. Aborting rejects it, as in a browser. */
export const silence = ({ signal }: RequestInit) =>
  new Promise<Response>((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });

/** An answer with a body that stops after `start`. Aborting breaks it. */
export const stuckBody =
  (start: string, status = 200) =>
  ({ signal }: RequestInit) =>
    new Response(
      new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode(start));
          signal?.addEventListener('abort', () => controller.error(signal.reason));
        },
      }),
      { status },
    );

/** An answer whose body breaks off after `start`. */
export const brokenBody = (start: string, status = 200) =>
  new Response(
    new ReadableStream({
      pull(controller) {
        if (start) controller.enqueue(new TextEncoder().encode(start));
        start = '';
        controller.error(new TypeError('terminated'));
      },
    }),
    { status },
  );

export const get: ApiRequest<unknown> = {
  purpose: 'form',
  method: 'GET',
  path: '/things/7',
  route: '/things/{id}',
  subject: TOKEN,
  scope: 'things',
  deadlineMs: 15_000,
  read: (answer: Answer) => (answer.status === 200 ? answer.json : undefined),
};

/** The problem with which `call` failed. */
export async function problemOf(call: Promise<unknown>): Promise<ApiProblem> {
  const failure = await call.then(
    () => new Error('it did not fail'),
    (error: unknown) => error,
  );
  if (isApiProblem(failure)) return failure;
  throw failure;
}

/** Runs all pending microtasks; time does not advance. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}

/** A transport with an open breaker, whose server then gives `replies`. */
export async function withOpenBreaker(...replies: Reply[]) {
  const failures = Array.from({ length: FAILURES_TO_OPEN }, () => json(503, {}));
  const made = createTransportWith({ healthPath: '/health' }, ...failures, ...replies);
  for (let nth = 0; nth < FAILURES_TO_OPEN; nth++) await problemOf(made.transport.send(get));
  made.sent.length = 0;
  return made;
}
