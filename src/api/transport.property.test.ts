import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BodyReadError } from './answer.ts';
import { isApiProblem } from './problem.ts';
import { problemPolicy } from './problem-policy.ts';
import type { Purpose } from './sending/request.ts';
import { brokenBody, createTransportWith, get, type Reply, settle } from './transport.test-helper.ts';

/** An answer with a status that the `Response` constructor rejects. */
function oddAnswer(status: number, body: ReadableStream<Uint8Array<ArrayBuffer>> | null): Response {
  return { status, headers: new Headers(), body } as Response;
}

const reason = fc.oneof(
  fc.constantFrom(new TypeError('Failed to fetch'), new DOMException('gone', 'AbortError'), new BodyReadError()),
  fc.anything(),
);
const status = fc.integer({ min: 200, max: 599 });
const bodyless = (code: number) => [204, 205, 304].includes(code);
const fetched: fc.Arbitrary<Reply> = fc.oneof(
  reason.map((why) => () => Promise.reject(why)),
  reason.map((why) => () => {
    throw why;
  }),
  fc.tuple(status, fc.string()).map(([code, text]) => () => {
    return new Response(bodyless(code) ? null : text, { status: code });
  }),
  fc.tuple(status, fc.string()).map(([code, start]) => () => {
    return bodyless(code) ? oddAnswer(code, null) : brokenBody(start, code);
  }),
  fc.integer().map((code) => () => oddAnswer(code, null)),
  fc.tuple(fc.integer(), fc.string()).map(
    ([code, text]) =>
      () =>
        oddAnswer(code, new Response(text).body),
  ),
  fc.constant(() => undefined as unknown as Response),
);
const purpose = fc.constantFrom<Purpose>('form', 'report', 'command');

describe('for any behaviour of fetch', () => {
  it('a request ends once: with a value, or with one problem that is reported once', async () => {
    await fc.assert(
      fc.asyncProperty(fetched, purpose, async (reply, why) => {
        const { transport, reported, exchanges, clock } = createTransportWith({}, reply);
        const end: unknown = await transport.send({ ...get, purpose: why }).then(
          (value) => ({ value }),
          (error: unknown) => error,
        );
        await settle();
        expect(exchanges.list()).toHaveLength(1);
        expect(clock.waiting()).toBe(0);
        if (!isApiProblem(end)) {
          expect([Object.keys(end as object), reported]).toEqual([['value'], []]);
          return;
        }
        expect(Object.keys(problemPolicy)).toContain(end.kind);
        expect(reported.map(({ problem }) => problem)).toEqual([end]);
      }),
      { numRuns: 300 },
    );
  });
});
