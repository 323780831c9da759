import { describe, expect, it } from 'vitest';
import architecture from './architecture.json';
import { cyclesIn, graphOf, type Import, importsIn, readSources } from './lib/import-graph.mjs';
import { isTestFile } from './lib/source-files.mjs';

type Table = Readonly<Record<string, readonly string[]>>;

/** What each module of `src` may import: modules by name, or files and folders by path. Its tests may import more. */
const { modules, tests }: { readonly modules: Table; readonly tests: Table } = architecture;

const sources = readSources();
const imports = [...sources].flatMap(([file, text]) => importsIn(file, text));

/** The top-level folder of a file; a top-level file is a module with its test. */
const moduleOf = (path: string) => path.replace(/\/.*/, '').replace('.test.', '.');
const covers = (entry: string, path: string) => path === entry || path.startsWith(`${entry}/`);

/** What is wrong with an import and how to fix it; undefined if the import is allowed. */
function problemWith({ from, specifier, to }: Import): string | undefined {
  const [importer, imported] = [moduleOf(from), moduleOf(to)];
  const where = `${from} imports ${specifier}:`;
  const isSubpath = specifier.startsWith('#');
  if (isTestFile(to) && !isTestFile(from)) return `${where} only tests may import a test helper.`;
  if (importer === imported) {
    return isSubpath
      ? `${where} inside a module, import the file itself: importing the public API creates a cycle.`
      : undefined;
  }
  const allowed = [...(modules[importer] ?? []), ...(isTestFile(from) ? (tests[importer] ?? []) : [])];
  const entries = allowed.filter((entry) => covers(entry, to));
  if (entries.length === 0) {
    return `${where} ${importer} may not import ${imported}. Pass it in from a module above, or, if the dependency is right, add it to scripts/architecture.json.`;
  }
  // An entry with a dot or a slash names files, not a module with a public API.
  const isPath = entries.some((entry) => /[./]/.test(entry));
  return isSubpath || isPath ? undefined : `${where} use the public API of the module, #${imported}.`;
}

/** The entries of a table without a matching import. Skips modules that do not exist. */
function unusedEntries(table: Table, used: readonly Import[]): string[] {
  const existing = new Set([...sources.keys()].map(moduleOf));
  return Object.entries(table)
    .flatMap(([importer, entries]) => entries.map((entry) => [importer, entry] as const))
    .filter((edge) => edge.every((path) => existing.has(moduleOf(path))))
    .filter(([importer, entry]) => !used.some(({ from, to }) => moduleOf(from) === importer && covers(entry, to)))
    .map(([importer, entry]) => `${importer} does not import ${entry}: remove it from scripts/architecture.json.`);
}

describe('the modules', () => {
  it('import only what scripts/architecture.json allows, and only public APIs', () => {
    expect(sources.size).toBeGreaterThan(500);
    expect(imports.flatMap((found) => problemWith(found) ?? [])).toEqual([]);
  });

  it('import all that scripts/architecture.json allows', () => {
    const code = imports.filter(({ from }) => !isTestFile(from));
    const ofTests = imports.filter(({ from }) => isTestFile(from));
    expect([...unusedEntries(modules, code), ...unusedEntries(tests, ofTests)]).toEqual([]);
  });

  it('have no dependency cycles', () => {
    const edges = Object.entries(modules).flatMap(([from, entries]) =>
      entries.map((entry) => ({ from, specifier: entry, to: moduleOf(entry) })),
    );
    expect(cyclesIn(graphOf(edges))).toEqual([]);
  });

  it.each([
    ['a module to one above it', 'model/a.ts', '#api', 'model may not import api'],
    ['a feature to one above it', 'activity/a.ts', '#unlock', 'activity may not import unlock'],
    ['the boot script to the platform', 'boot/a.ts', '#platform', 'boot may not import platform'],
    ['the app to the demo', 'app/a.ts', '../demo/demo.ts', 'app may not import demo'],
    ['the app to the facility', 'app/a.ts', '#facility', 'app may not import facility'],
    ['a test of the app to the facility', 'app/a.test.ts', '#facility', 'app may not import facility'],
    ['the facility to the app', 'facility/a.ts', '#model', 'facility may not import model'],
    ['a module that is not in the table', 'new/a.ts', '#api', 'new may not import api'],
    ['a module to the styles of another', 'sign-in/a.ts', '../access/access.css', 'sign-in may not import access'],
    ['the demo past a public API', 'demo/a.ts', '../api/problem.ts', 'use the public API of the module, #api'],
    ['a module past a public API', 'systems/a.ts', '../api/problem.ts', 'use the public API of the module, #api'],
    ['a folder past a public API', 'systems/b/a.ts', '../../api/problem.ts', 'use the public API of the module, #api'],
    ['a path that is not normalized', 'systems/a.ts', './../api/problem.ts', 'use the public API of the module, #api'],
    ['a path to a public API', 'systems/a.ts', '../api/index.ts', 'use the public API of the module, #api'],
    ['a module to its own public API', 'model/a.ts', '#model', 'import the file itself'],
    ['code to a test helper', 'app/a.ts', '#model/test-helpers', 'only tests may import a test helper'],
    ['code to a test helper of its module', 'api/a.ts', './a.test-helper.ts', 'only tests may import a test helper'],
  ])('an import from %s is reported', (_what, file, specifier, message) => {
    const [problem, ...others] = importsIn(file, `export { b } from '${specifier}';`).map(problemWith);
    expect(problem).toContain(`${file} imports ${specifier}: `);
    expect(problem).toContain(message);
    expect(others).toEqual([]);
  });
});

describe('the files of src', () => {
  it('have no import cycles', () => {
    const graph = graphOf(imports);
    expect(graph.get('main.tsx')).toContain('app/index.ts');
    expect(cyclesIn(graph)).toEqual([]);
  });
});

describe('a cycle of imports', () => {
  const cyclesOf = (files: Readonly<Record<string, string>>) =>
    cyclesIn(graphOf(Object.entries(files).flatMap(([file, text]) => importsIn(file, text))));

  it.each([
    ['of values', "import { b } from './b.ts';"],
    ['of types', "import type { B } from './b.ts';"],
    ['of a type in a comment or an annotation', "type B = import('./b.ts').B;"],
    ['of a dynamic import', "const load = () => import('./b.ts');"],
    ['of an import with a comment', 'const load = () => import(/* @vite-ignore */ `./b.ts`);'],
    ['of a re-export', "export * from './b.ts';"],
    ['of a side-effect import', "import './b.ts';"],
  ])('%s is found', (_what, line) => {
    expect(cyclesOf({ 'a.ts': line, 'b.ts': "import { a } from './a.ts';" })).toEqual([['a.ts', 'b.ts']]);
  });

  it.each(['#model', '#model/page', '#routes'])('through %s is found', (specifier) => {
    const files = {
      'model/index.ts': "import '../a.ts';",
      'model/page.tsx': "import '../a.ts';",
      'routes.ts': "import './a.ts';",
    };
    expect(cyclesOf({ ...files, 'a.ts': `import '${specifier}';` })).toHaveLength(1);
  });

  it('of three files is found once, and a file that imports itself is found too', () => {
    const files = { 'a.ts': "import './b.ts';", 'b.ts': "import './c.ts';", 'c.ts': "import './a.ts';" };
    expect(cyclesOf({ ...files, 'd.ts': "import './d.ts';" })).toEqual([['a.ts', 'b.ts', 'c.ts'], ['d.ts']]);
  });

  it('is not reported where two files import a third, or a test imports one of them', () => {
    const files = { 'a.ts': "import './c.ts';\nimport './b.ts';", 'b.ts': "import './c.ts';", 'c.ts': '' };
    expect(cyclesOf({ ...files, 'c.test.ts': "import './a.ts';" })).toEqual([]);
  });
});
