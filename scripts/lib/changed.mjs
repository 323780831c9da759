import { execFileSync } from 'node:child_process';
import { root } from './run.mjs';

/** What a change can reach: which unit tests, and which end-to-end tests. @typedef {'all' | 'related' | 'none'} Reach */

/** Whatever builds, serves or drives the app decides over every end-to-end test. */
const OF_THE_APP =
  /^(src|server|public|samples|demo|build-plugins)\/(?!.*\.test\.tsx?$)|^(index\.html|package(-lock)?\.json|tsconfig.*|vite\..*|playwright\.config\.ts|budgets\.json|scripts\/(lib\/|e2e-setup|setup\.))/;
/** What the module graph does not show. */
const OF_EVERY_UNIT_TEST =
  /^(package(-lock)?\.json|tsconfig.*|vite\.config\.ts|scripts\/unit-setup\.ts)$|^src\/i18n\/catalogues\//;

/** @param {readonly string[]} files changed paths, from the project's folder @returns {{ unit: Reach, e2e: Reach }} */
export function reachOf(files) {
  const code = files.filter((file) => !/\.md$|^docs\//.test(file));
  if (code.length === 0) return { unit: 'none', e2e: 'none' };
  const isAll = code.some((file) => OF_THE_APP.test(file));
  const isOfTests = code.some((file) => file.startsWith('e2e/'));
  return {
    unit: code.some((file) => OF_EVERY_UNIT_TEST.test(file)) ? 'all' : 'related',
    e2e: isAll ? 'all' : isOfTests ? 'related' : 'none',
  };
}

/**
 * The commit that a change is counted from: where this branch left `main`; on `main` itself the last commit.
 *
 * @returns {string} its hash; throws where this is no git checkout
 */
export function baseOfChange() {
  return git('merge-base', 'HEAD', 'main').trim();
}

/** Paths that are not as they were then, new ones included. @param {string} base @returns {string[]} */
export function changedSince(base) {
  const lines = git('diff', '--name-only', base) + git('ls-files', '--others', '--exclude-standard');
  return [...new Set(lines.split('\n').filter((line) => line !== ''))];
}

/** @param {...string} args */
function git(...args) {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' });
}
