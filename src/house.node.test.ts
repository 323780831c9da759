import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sourceFiles } from '../scripts/lib/source-files.mjs';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..');
const biome = join(root, 'node_modules/.bin/biome');
const RULES = ['--only=style/noRestrictedImports', '--only=suspicious/noImportCycles'];

/** Forbidden imports, each in files of its own, and what is said of them. */
const planted: readonly (readonly [where: string, files: Readonly<Record<string, string>>, message: string])[] = [
  [
    'from the ground floor to the query layer',
    { 'src/model/planted-1.ts': "export { kindOfStatus } from '#api';\n" },
    'model/ may not know this room',
  ],
  [
    'from the boot script, which stands within the page, to the platform',
    { 'src/boot/planted-2.ts': "export { createJsonStore } from '#platform';\n" },
    'boot/ may not know this room',
  ],
  [
    'from the app to the demo of it',
    { 'src/app/planted-3.ts': "export { createDemo } from '../demo/demo.ts';\n" },
    'by its face only',
  ],
  [
    'from the demo past the face of a room',
    { 'src/demo/planted-4.ts': "export { kindOfStatus } from '../api/problem.ts';\n" },
    'by its face only',
  ],
  [
    'from one feature to one above it',
    { 'src/activity/planted-5.ts': "export type { Unlocker } from '#unlock';\n" },
    'activity/ may not know this room',
  ],
  [
    'by a relative path into another room',
    { 'src/systems/planted-6.ts': "export { kindOfStatus } from '../api/problem.ts';\n" },
    'by its face only',
  ],
  [
    'by a relative path from a room’s own folder into another room',
    { 'src/systems/kiss/planted-7.ts': "export { kindOfStatus } from '../../api/problem.ts';\n" },
    'by its face only',
  ],
  [
    'by a path that begins with a detour',
    { 'src/systems/planted-8.ts': "export { kindOfStatus } from './../api/problem.ts';\n" },
    'by its face only',
  ],
  [
    'from the app to the simulated facility',
    { 'src/app/planted-9.ts': "export * from '#facility';\n" },
    'app/ may not know this room',
  ],
  [
    'from the simulated facility to the app',
    { 'src/facility/planted-10.ts': "export { parseTimeOfDay } from '#model';\n" },
    'facility/ may not know this room',
  ],
  [
    'in a circle',
    {
      'src/model/planted-11.ts': "import { two } from './planted-too-11.ts';\nexport const one = () => two;\n",
      'src/model/planted-too-11.ts': "import { one } from './planted-11.ts';\nexport const two = () => one;\n",
    },
    'noImportCycles',
  ],
  [
    'from inside a room to its own face',
    { 'src/model/planted-12.ts': "export { parseTimeOfDay } from '#model';\n" },
    'its face would close a circle',
  ],
];

let house = '';
/** What is said of the app as it is, and of all that was planted: a line each. */
let before = '';
let after: readonly string[] = [];

beforeAll(async () => {
  house = mkdtempSync(join(tmpdir(), 'house-'));
  for (const part of ['src', 'biome.json', 'package.json', 'tsconfig.json']) {
    cpSync(join(root, part), join(house, part), { recursive: true });
  }
  before = await complaints();
  for (const [, files] of planted) {
    for (const [path, text] of Object.entries(files)) writeFileSync(join(house, path), text);
  }
  after = (await complaints()).split('\n');
}, 60_000);
afterAll(() => rmSync(house, { recursive: true, force: true }));

/** What the linter says about the arrows of the copied house; empty when it has nothing to say. */
async function complaints(): Promise<string> {
  // The copy lies outside git, and the test is about the arrows alone.
  const args = ['lint', '--vcs-enabled=false', '--reporter=github', '--max-diagnostics=none', ...RULES, 'src'];
  try {
    await run(biome, args, { cwd: house });
    return '';
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

describe('the arrows between the rooms', () => {
  it('all run down, and none closes a circle', () => {
    expect(before).toBe('');
  });

  it.each(planted)('are seen when one runs %s', (_where, files, message) => {
    const said = after.filter((line) => Object.keys(files).some((path) => line.includes(`/${path},`)));
    expect(said.join('\n')).toContain(message);
  });
});

describe('what is made for tests', () => {
  it('is imported by tests alone', () => {
    const code = sourceFiles(join(root, 'src'));
    expect(code.length).toBeGreaterThan(50);
    const culprits = code.filter((file) => /from '[^']*test-helper/.test(readFileSync(file, 'utf8')));
    expect(culprits).toEqual([]);
  });
});
