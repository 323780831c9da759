import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cyclesIn, importGraph } from './lib/import-graph.mjs';
import { root } from './lib/run.mjs';

describe('the files of src', () => {
  const graph = importGraph(root);

  it('are read with what they import', () => {
    expect(graph.size).toBeGreaterThan(300);
    expect(graph.get('main.tsx')).toContain('app/index.ts');
  });

  it('import each other in no cycle', () => {
    expect(cyclesIn(graph)).toEqual([]);
  });
});

describe('a cycle of imports', () => {
  const imports = { '#routes': './src/routes.ts', '#*/page': './src/*/page.tsx', '#*': './src/*/index.ts' };

  function cyclesOf(files: Readonly<Record<string, string>>) {
    const folder = mkdtempSync(join(tmpdir(), 'imports-'));
    try {
      for (const [name, text] of Object.entries({ 'package.json': JSON.stringify({ imports }), ...files })) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), text);
      }
      return cyclesIn(importGraph(folder));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  it.each([
    ['of values', "import { b } from './b.ts';"],
    ['of types', "import type { B } from './b.ts';"],
    ['of a type in a comment or an annotation', "type B = import('./b.ts').B;"],
    ['of a part that is loaded later', "const load = () => import('./b.ts');"],
    ['of what is exported again', "export * from './b.ts';"],
    ['of an effect', "import './b.ts';"],
  ])('%s is found', (_what, line) => {
    expect(cyclesOf({ 'src/a.ts': line, 'src/b.ts': "import { a } from './a.ts';" })).toEqual([['a.ts', 'b.ts']]);
  });

  it.each(['#model', '#model/page', '#routes'])('through %s is found', (specifier) => {
    const files = {
      'src/model/index.ts': "import '../a.ts';",
      'src/model/page.tsx': "import '../a.ts';",
      'src/routes.ts': "import './a.ts';",
    };
    expect(cyclesOf({ ...files, 'src/a.ts': `import '${specifier}';` })).toHaveLength(1);
  });

  it('of three files is found once, and a file that imports itself', () => {
    const files = { 'src/a.ts': "import './b.ts';", 'src/b.ts': "import './c.ts';", 'src/c.ts': "import './a.ts';" };
    expect(cyclesOf({ ...files, 'src/d.ts': "import './d.ts';" })).toEqual([['a.ts', 'b.ts', 'c.ts'], ['d.ts']]);
  });

  it('is none where two files import a third, or a test closes it', () => {
    const files = { 'src/a.ts': "import './c.ts';\nimport './b.ts';", 'src/b.ts': "import './c.ts';", 'src/c.ts': '' };
    expect(cyclesOf({ ...files, 'src/c.test.ts': "import './a.ts';" })).toEqual([]);
  });
});
