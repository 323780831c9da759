import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './lib/run.mjs';

const faults: readonly (readonly [
  what: string,
  file: string,
  before: string | RegExp,
  after: string,
  error: RegExp,
])[] = [
  ['a missing message', 'base/es.ts', /^ *sendCode: .*\n/m, '', /base\/es\.ts.*'sendCode' is missing/],
  ['a message that English does not have', 'base/fr.ts', 'sendCode:', "more: '', sendCode:", /'more' does not exist/],
  [
    'a parameter that English does not have',
    'base/ar.ts',
    '({ number })',
    '({ number, phone })',
    /'phone' does not exist/,
  ],
  ['a plural without the form `other`', 'signed-in/ar.ts', /^ *other: .*باب`,\n/m, '', /'other' is missing/],
];

let folder = '';
let errors: string[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'catalogues-'));
  for (const part of ['catalogues', 'locale-format.ts', 'languages.ts'])
    cpSync(join(root, 'src/i18n', part), join(folder, part), { recursive: true });
  for (const [, file, before, after] of faults) {
    const path = join(folder, 'catalogues', file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(before, after));
  }
  const config = { extends: join(root, 'tsconfig.json'), compilerOptions: { types: [] }, include: ['.'], exclude: [] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const typeCheck = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder]);
  errors = String(typeCheck.stdout)
    .trim()
    .split(/\n(?=\S)/);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the type check of the catalogues', () => {
  it.each(faults)('rejects %s', (_what, _file, _before, _after, error) => {
    expect(errors.filter((text) => error.test(text))).toHaveLength(1);
  });

  it('rejects nothing else', () => {
    expect(errors).toHaveLength(faults.length);
  });
});
