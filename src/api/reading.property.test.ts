import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, readAnswer } from './answer.ts';
import { allDialects } from './dialects/all.test-helper.ts';
import { parseErrorResponse } from './parse-error-response.ts';
import { isApiProblem } from './problem.ts';
import { problemPolicy } from './problem-policy.ts';
import { brokenBody, createTransportWith, get } from './transport.test-helper.ts';

const KB = 1024;
const json = fc.jsonValue().map((value) => new TextEncoder().encode(JSON.stringify(value)));
const body = fc.oneof(fc.uint8Array({ maxLength: 200 }), json);
const status = fc.integer({ min: 200, max: 599 });
const header = fc.constantFrom(
  'retry-after',
  'ratelimit',
  'x-ratelimit-reset',
  'x-rate-limit-reset',
  'www-authenticate',
  'content-type',
  'date',
  'age',
);
const value = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'0123456789 ;=",rt:-Berarfo/+') }),
  fc.constant('"a";r=0;t=9'),
);
const headers = fc.dictionary(header, value).map((record) => new Headers(record));

/** A body in pieces of a size, which counts how many of its bytes anybody has asked for. */
function counted(bytes: Uint8Array<ArrayBuffer>, piece: number) {
  const pulled = { bytes: 0 };
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        const next = bytes.slice(pulled.bytes, pulled.bytes + piece);
        pulled.bytes += next.length;
        if (next.length > 0) controller.enqueue(next);
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, pulled };
}

describe('any answer', () => {
  it('is read without a throw, into exactly one refusal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 999 }), headers, body, async (code, given, bytes) => {
        const { stream } = counted(new Uint8Array(bytes), 64);
        const answer = await readAnswer({ status: code, headers: given, body: stream });
        const refusal = parseErrorResponse(answer, 0, allDialects);
        expect(problemPolicy).toHaveProperty([refusal.kind]);
        const seconds = refusal.retryAfterSeconds;
        expect(seconds === null || (Number.isInteger(seconds) && seconds >= 0)).toBe(true);
        for (const text of [refusal.message, refusal.code]) expect(text === null || text.trim() !== '').toBe(true);
      }),
    );
  });

  it('ends a request in exactly one way: a value, or one problem that is reported once', async () => {
    await fc.assert(
      fc.asyncProperty(status, headers, body, async (code, given, bytes) => {
        const isBodyless = [204, 205, 304].includes(code);
        const reply = new Response(isBodyless ? null : new Uint8Array(bytes), { status: code, headers: given });
        const { transport, reported } = createTransportWith({}, reply);
        const read = ({ status: got, json: said }: Answer) =>
          got === 200 && said !== undefined ? { said } : undefined;
        const end = await transport.send({ ...get, read }).catch((error: unknown) => error);
        if (isApiProblem(end)) expect(reported.map(({ problem }) => problem)).toEqual([end]);
        else expect([Object.keys(end as object), reported]).toEqual([['said'], []]);
      }),
    );
  });
});

describe('of an error body', () => {
  it.each([1, 100, 4 * KB, 64 * KB])(
    'at most 64 KB and one piece more are ever asked for, in pieces of %i',
    async (piece) => {
      const { stream, pulled } = counted(new Uint8Array(300 * KB).fill(32), piece * 1);
      await readAnswer({ status: 500, headers: new Headers(), body: stream });
      expect(pulled.bytes).toBeLessThanOrEqual(64 * KB + piece);
      expect(pulled.bytes).toBeGreaterThan(64 * KB - piece);
    },
  );

  it.each([200, 400, 500])(
    'and of a %i letters of many bytes are read whole, however the pieces fall',
    async (code) => {
      const { stream } = counted(new TextEncoder().encode('{"message":"Tür 7 öffnet nicht 🚪"}'), 1);
      const { json: said } = await readAnswer({ status: code, headers: new Headers(), body: stream });
      expect(said).toEqual({ message: 'Tür 7 öffnet nicht 🚪' });
    },
  );

  it.each([400, 500])('that breaks off, a %i says nothing, and nothing is thrown', async (code) => {
    const answer = await readAnswer({ status: code, headers: new Headers(), body: brokenBody('{"message":"x').body });
    expect(answer.json).toBeUndefined();
  });

  it('all is read when it is 64 KB, and nothing is believed of one that is longer', async () => {
    const padded = (length: number) => {
      const text = `{"message":"${'x'.repeat(length - 14)}"}`;
      return new TextEncoder().encode(text);
    };
    const read = async (length: number) => {
      const { stream } = counted(padded(length), 10_000);
      return (await readAnswer({ status: 500, headers: new Headers(), body: stream })).json;
    };
    expect(await read(64 * KB)).toHaveProperty('message');
    expect(await read(64 * KB + 1)).toBeUndefined();
  });
});
