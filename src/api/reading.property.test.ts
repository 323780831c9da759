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

/** A body in chunks of a size, which counts the bytes that were read. */
function counted(bytes: Uint8Array<ArrayBuffer>, chunk: number) {
  const pulled = { bytes: 0 };
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        const next = bytes.slice(pulled.bytes, pulled.bytes + chunk);
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
  it('is parsed as an error response without throwing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 999 }), headers, body, async (code, given, bytes) => {
        const { stream } = counted(new Uint8Array(bytes), 64);
        const answer = await readAnswer({ status: code, headers: given, body: stream });
        const response = parseErrorResponse(answer, 0, allDialects);
        expect(problemPolicy).toHaveProperty([response.kind]);
        const seconds = response.retryAfterSeconds;
        expect(seconds === null || (Number.isInteger(seconds) && seconds >= 0)).toBe(true);
        for (const text of [response.message, response.code]) expect(text === null || text.trim() !== '').toBe(true);
      }),
    );
  });

  it('ends a request with a value, or with one problem that is reported once', async () => {
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

describe('a body', () => {
  it.each([1, 100, 4 * KB, 64 * KB])(
    'of an error is read up to 64 KB and one chunk more, in chunks of %i',
    async (chunk) => {
      const { stream, pulled } = counted(new Uint8Array(300 * KB).fill(32), chunk);
      await readAnswer({ status: 500, headers: new Headers(), body: stream });
      expect(pulled.bytes).toBeLessThanOrEqual(64 * KB + chunk);
      expect(pulled.bytes).toBeGreaterThan(64 * KB - chunk);
    },
  );

  it.each([200, 400, 500])('of a %i is decoded correctly when a chunk ends within a character', async (code) => {
    const { stream } = counted(new TextEncoder().encode('{"message":"Tür 7 öffnet nicht 🚪"}'), 1);
    const { json: said } = await readAnswer({ status: code, headers: new Headers(), body: stream });
    expect(said).toEqual({ message: 'Tür 7 öffnet nicht 🚪' });
  });

  it.each([400, 500])('of a %i that breaks off counts as empty', async (code) => {
    const answer = await readAnswer({ status: code, headers: new Headers(), body: brokenBody('{"message":"x').body });
    expect(answer.json).toBeUndefined();
  });

  it('of an error is parsed at 64 KB and ignored when longer', async () => {
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
