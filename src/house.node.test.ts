import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..');
const biome = join(root, 'node_modules/.bin/biome');
const RULES = ['--only=style/noRestrictedImports', '--only=suspicious/noImportCycles'];

let house = '';

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'house-'));
  for (const part of ['src', 'biome.json', 'package.json', 'tsconfig.json']) {
    cpSync(join(root, part), join(house, part), { recursive: true });
  }
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

/** What the linter says about the arrows of the copied house; empty when it has nothing to say. */
async function complaints(): Promise<string> {
  // The copy lies outside git, and the test is about the arrows alone.
  const args = ['lint', '--vcs-enabled=false', '--colors=off', '--max-diagnostics=20', ...RULES, 'src'];
  try {
    await run(biome, args, { cwd: house });
    return '';
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return `${stdout}${stderr}`;
  }
}

/** The complaints while these files stand in the house. */
async function complaintsWith(files: Readonly<Record<string, string>>): Promise<string> {
  const planted = Object.keys(files).map((path) => join(house, path));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(house, path), text);
  try {
    return await complaints();
  } finally {
    for (const path of planted) rmSync(path);
  }
}

describe('the arrows between the rooms', () => {
  it('all run down, and none closes a circle', async () => {
    expect(await complaints()).toBe('');
  });

  it.each<[string, Record<string, string>, string]>([
    [
      'from the ground floor to the query layer',
      { 'src/model/planted.ts': "export { kindOfStatus } from '#api';\n" },
      'model/ may not know this room',
    ],
    [
      'from the boot script, which stands within the page, to the platform',
      { 'src/boot/planted.ts': "export { localStore } from '#platform';\n" },
      'boot/ may not know this room',
    ],
    [
      'from the app to the demo of it',
      { 'src/app/planted.ts': "export { createDemo } from '../demo/demo.ts';\n" },
      'by its face only',
    ],
    [
      'from the demo past the face of a room',
      { 'src/demo/planted.ts': "export { kindOfStatus } from '../api/problem.ts';\n" },
      'by its face only',
    ],
    [
      'from one feature to one above it',
      { 'src/activity/planted.ts': "export type { Unlocker } from '#unlock';\n" },
      'activity/ may not know this room',
    ],
    [
      'by a relative path into another room',
      { 'src/systems/planted.ts': "export { kindOfStatus } from '../api/problem.ts';\n" },
      'by its face only',
    ],
    [
      'by a relative path from a room’s own folder into another room',
      { 'src/systems/kiss/planted.ts': "export { kindOfStatus } from '../../api/problem.ts';\n" },
      'by its face only',
    ],
    [
      'by a path that begins with a detour',
      { 'src/systems/planted.ts': "export { kindOfStatus } from './../api/problem.ts';\n" },
      'by its face only',
    ],
    [
      'from the app to the simulated facility',
      { 'src/app/planted.ts': "export * from '#facility';\n" },
      'app/ may not know this room',
    ],
    [
      'from the simulated facility to the app',
      { 'src/facility/planted.ts': "export { parseTimeOfDay } from '#model';\n" },
      'facility/ may not know this room',
    ],
    [
      'in a circle',
      {
        'src/model/planted.ts': "import { two } from './planted-too.ts';\nexport const one = () => two;\n",
        'src/model/planted-too.ts': "import { one } from './planted.ts';\nexport const two = () => one;\n",
      },
      'noImportCycles',
    ],
    [
      'from inside a room to its own face',
      { 'src/model/planted.ts': "export { parseTimeOfDay } from '#model';\n" },
      'its face would close a circle',
    ],
  ])('are seen when one runs %s', async (_where, files, words) => {
    const said = await complaintsWith(files);
    expect(said).toContain(words);
    expect(said).toContain('planted');
  });
});

describe('what is made for tests', () => {
  it('is imported by tests alone', () => {
    const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
    const code = files.filter((file) => /\.tsx?$/.test(file) && !/test/.test(file));
    expect(code.length).toBeGreaterThan(50);
    const culprits = code.filter((file) =>
      /from '[^']*test-helper/.test(readFileSync(join(root, 'src', file), 'utf8')),
    );
    expect(culprits).toEqual([]);
  });
});
