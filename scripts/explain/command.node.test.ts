import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'explain-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command in the temporary folder. */
function explain(...args: string[]) {
  const script = join(import.meta.dirname, '../explain.mjs');
  const env = { ...process.env, INIT_CWD: folder };
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

function given(name: string, content: unknown): string {
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  return name;
}

const now = '2026-07-01T12:00:00Z';

describe('npm run explain', () => {
  it('prints only JSON, for a path relative to the current folder', () => {
    const response = { status: 429, headers: { 'retry-after': '7' }, body: '{"message":"Slowly."}' };
    const file = given('answers.json', { now, cases: [{ id: 'limit', system: 'ours', response }] });
    const { status, stdout, stderr } = explain(file);
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual([
      {
        id: 'limit',
        problem: {
          kind: 'rate-limited',
          status: 429,
          message: 'Slowly.',
          code: null,
          fieldErrors: {},
          retryAfterSeconds: 7,
        },
      },
    ]);
  }, 30_000);

  it('reads a file that begins with a byte order mark', () => {
    const { status, stdout } = explain(given('marked.json', `\uFEFF${JSON.stringify({ now, cases: [] })}`));
    expect([status, JSON.parse(stdout)]).toEqual([0, []]);
  }, 30_000);

  it.each<[string, () => string[], RegExp]>([
    ['no file', () => [], /^Say which file: npm run --silent explain -- answers\.json\n$/],
    ['two files', () => ['a.json', 'b.json'], /^Say which file/],
    ['a file that does not exist', () => ['gone.json'], /^gone\.json cannot be read: name a file .*\n$/],
    ['a file that is not JSON', () => [given('text.json', 'now: today')], /^text\.json has to be JSON, .*\n$/],
    ['a file without cases', () => [given('bare.json', { now })], /^bare\.json: "cases" must be .*explain\.md\.\n$/],
    [
      'a case without an answer',
      () => [given('half.json', { now, cases: [{ id: 'gate' }] })],
      /^half\.json: "response" of gate must be .*\n$/,
    ],
  ])(
    'prints one line with what to do for %s',
    (_what, args, sentence) => {
      const { status, stdout, stderr } = explain(...args());
      expect([status, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(sentence);
    },
    30_000,
  );
});
