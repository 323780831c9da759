import { type ApiProblem, createTransport, handleProblem, type ProblemActions } from '#api';
import { transportParts } from '#api/test-helpers';
import { createFakeClock } from '#platform/test-helpers';
import { credentials } from '../unlock.test-helper.ts';
import { createGatewayOpener } from './gateway.ts';

export type Reply = (init: RequestInit) => Response | Promise<Response>;

/** A gateway that gives one reply to every request; `sent` are the requests, `done` the app's actions. */
export function createTestGateway(reply: Reply) {
  const clock = createFakeClock();
  const sent: { readonly url: string; readonly init: RequestInit }[] = [];
  const done: string[] = [];
  const actions: ProblemActions = {
    endSession: (refused) => done.push(`end session ${refused}`),
    refresh: () => done.push('refresh'),
    toast: (problem: ApiProblem, subject) => done.push(`toast ${problem.kind} ${subject}`),
    countDefect: (problem) => done.push(`defect ${problem.kind}`),
  };
  const parts = transportParts(clock);
  const { windows } = parts;
  const transport = createTransport({
    base: 'https://gateway.test/gateway',
    fetch: async (url, init) => {
      sent.push({ url, init });
      return reply(init);
    },
    ...parts,
    credentials,
    onProblem: (problem, request) => handleProblem(problem, request, actions),
  });
  let online = true;
  const opener = createGatewayOpener({ transport, windows, isOnline: () => online, refresh: actions.refresh });
  return { opener, clock, windows, sent, done, goOffline: () => (online = false) };
}

export const answer =
  (status: number, body: unknown, headers: Record<string, string> = {}): Reply =>
  () =>
    new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });

export const html =
  (status: number): Reply =>
  () =>
    new Response('<!doctype html><title>Hi</title>', { status, headers: { 'Content-Type': 'text/html' } });

export const noBody =
  (status: number): Reply =>
  () =>
    new Response(null, { status });

/** The connection fails without an answer. */
export const networkError: Reply = () => {
  throw new TypeError('Failed to fetch');
};

/** Never answers; rejects when the request is aborted, as fetch does. */
export const silence: Reply = ({ signal }) =>
  new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));

/** Headers arrive, and the body breaks off. */
export const truncated =
  (status: number, start: string): Reply =>
  () => {
    let isFirst = true;
    const body = new ReadableStream({
      pull(controller) {
        if (isFirst) controller.enqueue(new TextEncoder().encode(start));
        else controller.error(new TypeError('terminated'));
        isFirst = false;
      },
    });
    return new Response(body, { status });
  };

/** A redirect that the browser was told not to follow. */
export const redirect: Reply = () => Response.error();
