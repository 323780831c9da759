import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './lib/run.mjs';
import { filesIn } from './lib/source-files.mjs';
import names from './retired-names.json';

const FOLDERS = ['src', 'server', 'scripts', 'e2e', 'build-plugins', 'bench', 'demo'];
const SOURCE = /\.(tsx?|mjs|css|html)$/;

/** One message for each retired name that is in a file's path or text as a whole word. */
function retiredNamesIn(path: string, text: string, retired: Readonly<Record<string, string>>): string[] {
  const searched = `${path}\n${text}`;
  return Object.entries(retired)
    .filter(([name]) => searched.includes(name) && wholeWord(name).test(searched))
    .map(([name, term]) => `${path}: ${name} was renamed to ${term}.`);
}

function wholeWord(name: string): RegExp {
  const end = /\w$/.test(name) ? '(?![\\w$-])' : '';
  return new RegExp(`(?<![\\w$-])${name.replace(/[.()]/g, '\\$&')}${end}`);
}

describe('a retired name', () => {
  it('does not come back', () => {
    const files = [
      ...FOLDERS.flatMap((folder) => filesIn(join(root, folder), SOURCE)),
      ...readdirSync(root)
        .filter((name) => SOURCE.test(name))
        .map((name) => join(root, name)),
    ];
    expect(files.length).toBeGreaterThan(700);
    const found = files.flatMap((file) =>
      retiredNamesIn(relative(root, file), readFileSync(file, 'utf8'), names.retired),
    );
    expect(found).toEqual([]);
  });

  const retired = {
    oldName: 'newName',
    'old-file': 'new-file',
    'old.ts': 'new.ts',
    'old(': 'renew',
    "'old-kind'": "'kind'",
  };

  it.each([
    ['oldName', 'src/a.ts', 'const b = { oldName };'],
    ['oldName', 'src/a.ts', '/** See oldName. */'],
    ['old-file', 'src/old-file.test.ts', ''],
    ['old-file', 'src/a.ts', "import './old-file.ts';"],
    ['old.ts', 'src/old.ts', ''],
    ['old(', 'src/a.ts', 'await old(name);'],
    ["'old-kind'", 'src/a.ts', "kind: 'old-kind',"],
  ])('%s is found in %s with the text %j', (name, path, text) => {
    const [found, ...others] = retiredNamesIn(path, text, retired);
    expect(found).toContain(`${path}: ${name} was renamed to `);
    expect(others).toEqual([]);
  });

  it.each(['oldNames(', 'anoldName', '$oldName', 'very-old-file.ts', 'old-file-2', 'bold.ts', 'old age', 'bold('])(
    'is not found in %s',
    (text) => {
      expect(retiredNamesIn('src/a.ts', text, retired)).toEqual([]);
    },
  );
});
