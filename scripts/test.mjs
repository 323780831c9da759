// `npm test`: every check of the project. Static imports are Node built-ins only: it runs before the install.
// `--changed` runs only tests that changes since `main` can affect; `--full` runs every matrix cell and every flow in every project.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { baseOfChange, changedSince, reachOf } from './lib/changed.mjs';
import { print, root, run } from './lib/run.mjs';
import { slowest, timedPlaywright, timedVitest } from './lib/slowest.mjs';
import {
  closingLine,
  countBudgets,
  countGate,
  countPlaywright,
  countPreparation,
  countRun,
  countVitest,
  failuresOf,
} from './lib/test-counts.mjs';
import { build, ensureBrowser, ensureDependencies, requireNode } from './setup.mjs';

/** @typedef {import('./lib/test-counts.mjs').TestCounts} TestCounts */

/** @type {{ name: string, counts: TestCounts, seconds: number }[]} */
const steps = [];
/** The tools' report files, which are git-ignored. */
const reports = { unit: 'build/unit.json', budgets: 'build/budgets.json', e2e: 'build/e2e.json' };

/** The number of slowest tests listed at the end. */
const SLOWEST_COUNT = 20;
/** @type {import('./lib/slowest.mjs').TimedTest[]} */
const timed = [];

const isFull = process.argv.includes('--full');
const base = process.argv.includes('--changed') ? baseOfChange() : null;
const reach = base === null ? /** @type {const} */ ({ unit: 'all', e2e: 'all' }) : reachOf(changedSince(base));

requireNode();
const installed = await step('setup', async () => countPreparation(await succeeds(ensureDependencies)));
if (installed) await runChecks();
conclude();

async function runChecks() {
  let browser = false;
  await step('browser', async () => {
    browser = await succeeds(ensureBrowser);
    return countPreparation(browser);
  });
  await step('types', async () => countGate((await npmRun('types')) === 0));
  await step('lint', async () => countGate((await npmRun('lint')) === 0));
  if (reach.unit !== 'none') await step('unit', unit);
  if (reach.e2e === 'none') return;
  const built = await step('build', async () => countGate((await build('app')) === 0 && (await build('server')) === 0));
  await step('budgets', () => withReport(reports.budgets, countBudgets, () => npmRun('budgets')));
  await step('e2e', async () => {
    if (built && browser) return e2e();
    print('Not run: the build or the browser is missing.');
    return countGate(false);
  });
}

async function unit() {
  const related = reach.unit === 'related' ? [`--changed=${base}`, '--passWithNoTests'] : [];
  const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${reports.unit}`];
  const reader = read(countVitest, timedVitest);
  return withReport(reports.unit, reader, () => npmRun('unit', ...related, ...report), related.length > 0);
}

async function e2e() {
  const related = reach.e2e === 'related' ? [`--only-changed=${base}`, '--pass-with-no-tests'] : [];
  if (isFull) Object.assign(process.env, { FULL: '1', MATRIX: 'all' });
  const reader = read(countPlaywright, timedPlaywright);
  return withReport(reports.e2e, reader, () => npmRun('e2e', ...related), related.length > 0);
}

/**
 * Combines two report readers; collects the test times in `timed`.
 *
 * @param {(report: any) => TestCounts} count @param {(report: any) => import('./lib/slowest.mjs').TimedTest[]} times
 * @returns {(report: any) => TestCounts}
 */
function read(count, times) {
  return (report) => {
    timed.push(...times(report));
    return count(report);
  };
}

/** @param {string} name @param {() => Promise<TestCounts>} work @returns {Promise<boolean>} whether nothing failed */
async function step(name, work) {
  print(`\n== ${name}`);
  const startedAt = performance.now();
  const counts = await work();
  steps.push({ name, counts, seconds: (performance.now() - startedAt) / 1000 });
  return failuresOf(counts) === 0;
}

/** @param {string} script @param {readonly string[]} args */
function npmRun(script, ...args) {
  return run('npm', ['run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])]);
}

/**
 * Runs a tool and reads its JSON report. Removes an old report first, so that it cannot pass for the new one.
 *
 * @param {string} file @param {(report: any) => TestCounts} read @param {() => Promise<number>} work
 * @param {boolean} [mayBeEmpty] whether a run may have no tests
 */
async function withReport(file, read, work, mayBeEmpty = false) {
  const path = join(root, file);
  rmSync(path, { force: true });
  const code = await work();
  try {
    return countRun(existsSync(path) ? read(JSON.parse(readFileSync(path, 'utf8'))) : undefined, code, mayBeEmpty);
  } catch {
    return countRun(undefined, code);
  }
}

/** @param {() => Promise<unknown>} work */
async function succeeds(work) {
  try {
    await work();
    return true;
  } catch (error) {
    print(error instanceof Error ? error.message : String(error));
    return false;
  }
}

function conclude() {
  print('\nThe slowest tests:');
  for (const line of slowest(timed, SLOWEST_COUNT)) print(line);
  print('');
  for (const { name, counts, seconds } of steps) {
    const totals = `${String(counts.passed).padStart(5)} passed ${String(counts.failed).padStart(4)} failed`;
    print(`${name.padEnd(8)} ${totals} ${`${seconds.toFixed(1)} s`.padStart(9)}`);
    for (const title of counts.skipped) print(`           skipped: ${title}`);
  }
  print(closingLine(steps.map(({ counts }) => counts)));
  process.exitCode = steps.some(({ counts }) => failuresOf(counts) > 0) ? 1 : 0;
}
