import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../scripts/lib/run.mjs';
import { filesIn } from '../scripts/lib/source-files.mjs';

const run = promisify(execFile);
const PARTS = [
  'src',
  'demo',
  'public',
  'build-plugins',
  'index.html',
  'package.json',
  'tsconfig.json',
  'vite.config.ts',
];

let copy = '';
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'apart-'));
  for (const part of PARTS) cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** The size and hash of every file in the app's build, by name. */
async function builtApp(): Promise<Readonly<Record<string, string>>> {
  const env = { ...process.env, NODE_ENV: 'production' };
  await run(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build'], { cwd: copy, env });
  const dist = join(copy, 'dist');
  const described = filesIn(dist, /./).map((path) => {
    const content = readFileSync(path);
    return [relative(dist, path), `${content.length} ${createHash('sha256').update(content).digest('hex')}`];
  });
  return Object.fromEntries(described);
}

describe('the deployed app', () => {
  it('is byte-identical when the demo changes or is missing', { timeout: 240_000 }, async () => {
    const before = await builtApp();
    expect(Object.keys(before).length).toBeGreaterThan(20);
    for (const path of filesIn(join(copy, 'src/demo'), /./))
      writeFileSync(path, `${readFileSync(path, 'utf8')}\n/* more */\n`);
    expect(await builtApp()).toEqual(before);
    for (const folder of ['src/demo', 'demo']) rmSync(join(copy, folder), { recursive: true });
    expect(await builtApp()).toEqual(before);
  });
});
