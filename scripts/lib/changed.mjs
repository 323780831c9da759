import { execFileSync } from 'node:child_process';
import { root } from './run.mjs';

/** Which tests a change can affect. @typedef {'all' | 'related' | 'none'} Reach */

/** Files that build, serve or drive the app can affect every end-to-end test. */
const AFFECTS_E2E =
  /^(src|server|public|samples|demo|build-plugins)\/(?!.*\.test\.tsx?$)|^(index\.html|package(-lock)?\.json|tsconfig.*|vite\..*|playwright\.config\.ts|budgets\.json|scripts\/(lib\/|e2e-setup|setup\.))/;
/** Dependencies that are not in the module graph. */
const AFFECTS_EVERY_UNIT_TEST =
  /^(package(-lock)?\.json|tsconfig.*|vite\.config\.ts|scripts\/unit-setup\.ts)$|^src\/i18n\/catalogues\//;

/** @param {readonly string[]} files changed paths, from the project's folder @returns {{ unit: Reach, e2e: Reach }} */
export function reachOf(files) {
  const code = files.filter((file) => !/\.md$|^docs\//.test(file));
  if (code.length === 0) return { unit: 'none', e2e: 'none' };
  const isAll = code.some((file) => AFFECTS_E2E.test(file));
  const isE2e = code.some((file) => file.startsWith('e2e/'));
  return {
    unit: code.some((file) => AFFECTS_EVERY_UNIT_TEST.test(file)) ? 'all' : 'related',
    e2e: isAll ? 'all' : isE2e ? 'related' : 'none',
  };
}

/**
 * The merge base with `main`. On `main` it is HEAD.
 *
 * @returns {string} its hash
 * @throws {Error} outside of a git checkout
 */
export function baseOfChange() {
  return git('merge-base', 'HEAD', 'main').trim();
}

/** Paths changed or added since `base`, including uncommitted changes. @param {string} base @returns {string[]} */
export function changedSince(base) {
  const lines = git('diff', '--name-only', base) + git('ls-files', '--others', '--exclude-standard');
  return [...new Set(lines.split('\n').filter((line) => line !== ''))];
}

/** @param {...string} args */
function git(...args) {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' });
}
