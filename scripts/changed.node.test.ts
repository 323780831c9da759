import { describe, expect, it } from 'vitest';
import { reachOf } from './lib/changed.mjs';

describe('a change', () => {
  it.each<[string[], string, string]>([
    [[], 'none', 'none'],
    [['README.md', 'docs/demo.md'], 'none', 'none'],
    [['src/api/problem.ts'], 'related', 'all'],
    [['src/api/problem.test.ts'], 'related', 'none'],
    [['src/i18n/catalogues/base/es.ts'], 'all', 'all'],
    [['server/app.ts', 'README.md'], 'related', 'all'],
    [['e2e/laws.spec.ts'], 'related', 'related'],
    [['e2e/laws.spec.ts', 'index.html'], 'related', 'all'],
    [['package-lock.json'], 'all', 'all'],
    [['vite.config.ts'], 'all', 'all'],
    [['bench/run.mjs'], 'related', 'none'],
  ])('of %j affects %s unit tests and %s end-to-end tests', (files, unit, e2e) => {
    expect(reachOf(files)).toEqual({ unit, e2e });
  });
});
