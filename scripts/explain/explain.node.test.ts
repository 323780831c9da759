import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ExplainedProblem, explain, explainAnswer, InvalidRecording } from './explain.ts';

type Case = { readonly id: string; readonly expect: Partial<ExplainedProblem> | null };
type Corpus = { readonly cases: readonly Case[] };

const own = import.meta.glob<Corpus>('./corpus/*.json', { eager: true, import: 'default' });
/** The path of an additional file of recorded answers. */
const externalFile = process.env.ERROR_CORPUS;
const corpora: [string, Corpus][] = [
  ...Object.entries(own),
  ...(externalFile
    ? [[externalFile, JSON.parse(readFileSync(externalFile, 'utf8')) as Corpus] as [string, Corpus]]
    : []),
];

describe.each(corpora)('the answers in %s', (_name, corpus) => {
  it.each(corpus.cases.map((one) => [one.id, one] as const))('%s', async (id, { expect: expected }) => {
    const explained = await explain({ ...corpus, cases: corpus.cases.filter((one) => one.id === id) });
    expect(explained).toHaveLength(1);
    if (expected === null) return expect(explained[0]).toEqual({ id, problem: null });
    // A field of `expect` is compared as a whole: `fieldErrors: {}` expects no field errors.
    return expect(explained[0]).toEqual({ id, problem: { ...explained[0]?.problem, ...expected } });
  });

  it('have unique ids', () => {
    expect(new Set(corpus.cases.map(({ id }) => id)).size).toBe(corpus.cases.length);
  });
});

describe('recorded answers', () => {
  const now = '2026-07-01T12:00:00Z';

  it('are explained in order, with their ids', async () => {
    const cases = [503, 200, 404].map((status) => ({
      id: `s${status}`,
      response: { status, headers: {}, body: '{}' },
    }));
    expect((await explain({ now, cases })).map(({ id, problem }) => [id, problem?.kind])).toEqual([
      ['s503', 'unavailable'],
      ['s200', undefined],
      ['s404', 'not-found'],
    ]);
  });

  it('may lack headers and a body, and may have an invalid header', async () => {
    const cases = [
      { id: 'a', response: { status: 500 } },
      { response: { status: 500, headers: { 'a b': 'c', 'retry-after': 1, 'x-y': 'a\nb' } } },
    ];
    const explained = await explain({ now, cases });
    expect(explained.map(({ id, problem }) => [id, problem?.retryAfterSeconds])).toEqual([
      ['a', null],
      ['case 2', 1],
    ]);
  });

  it.each([
    [204, '', null],
    [205, '', null],
    [204, '{}', null],
    [205, 'x', null],
    [206, '', 'malformed'],
    [203, '', 'malformed'],
    [299, '{}', null],
    [300, '{}', 'malformed'],
    [199, '{}', 'malformed'],
    [200, '{}', null],
    [200, '7', 'malformed'],
    [200, 'null', 'malformed'],
    [200, '[]', null],
    ['404', '{}', 'not-found'],
    [-1, '', 'malformed'],
    [200.5, '{}', 'malformed'],
    [null, '{}', 'malformed'],
    ['gone', '{}', 'malformed'],
    [500, { message: 'x' }, 'unavailable'],
  ])('of status %j with the body %j are %s', async (status, body, kind) => {
    const [explained] = await explain({ now, cases: [{ id: 9, response: { status, headers: null, body } }] });
    expect([explained?.id, explained?.problem?.kind ?? null]).toEqual([9, kind]);
  });

  it('without a valid status get the status 0', async () => {
    const [explained] = await explain({ now, cases: [{ id: 'a', response: { status: {} } }] });
    expect(explained?.problem).toEqual({
      kind: 'malformed',
      status: 0,
      message: null,
      code: null,
      fieldErrors: {},
      retryAfterSeconds: null,
    });
  });

  it('with a body that is too long are treated like those with a broken body', async () => {
    const body = `[${' '.repeat(33 * 2 ** 20)}]`;
    expect(await explainAnswer({ status: 200, headers: {}, body }, 0)).toEqual({
      kind: 'unavailable',
      status: 200,
      message: null,
      code: null,
      fieldErrors: {},
      retryAfterSeconds: null,
    });
  });

  it.each([
    [7, /"now" and "cases"/],
    [{ cases: [] }, /"now"/],
    [{ now: 'today', cases: [] }, /"now"/],
    [{ now, cases: {} }, /"cases"/],
    [{ now, cases: [null] }, /Case 1/],
    [{ now, cases: [{ id: 'a' }] }, /"response" of a/],
    [{ now, cases: [{ id: 'a', response: [] }] }, /"response" of a/],
    [{ now, cases: [{ response: null }] }, /"response" of case 1/],
    [null, /"now" and "cases"/],
    [[], /"now" and "cases"/],
    [{ now: 5, cases: [] }, /"now" must/],
    [{ now }, /"cases" must/],
  ])('in the invalid file %j are rejected with the reason', async (file, reason) => {
    await expect(explain(file)).rejects.toThrow(InvalidRecording);
    await expect(explain(file)).rejects.toThrow(reason);
  });
});
