// Every check of the project in one command, from a fresh clone on. Only Node's own modules before the install.
// `--changed` runs what a change since `main` can reach; `--full` every cell, and every flow in every way.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { baseOfChange, changedSince, reachOf } from './lib/changed.mjs';
import { root, run, say } from './lib/run.mjs';
import { slowest, timedPlaywright, timedVitest } from './lib/slowest.mjs';
import {
  closingLine,
  failuresOf,
  sumOfBudgets,
  sumOfGate,
  sumOfPlaywright,
  sumOfPreparation,
  sumOfRun,
  sumOfVitest,
} from './lib/sums.mjs';
import { build, ensureBrowser, ensureDependencies, requireNode } from './setup.mjs';

/** @typedef {import('./lib/sums.mjs').Sum} Sum */

/** @type {{ name: string, sum: Sum, seconds: number }[]} */
const steps = [];
/** Where the tools leave their reports; git-ignored, like everything a test run writes. */
const reports = { unit: 'build/unit.json', budgets: 'build/budgets.json', e2e: 'build/e2e.json' };

/** So many of the slowest tests are named at the end. */
const SLOWEST = 20;
/** @type {import('./lib/slowest.mjs').TimedTest[]} */
const timed = [];

const isFull = process.argv.includes('--full');
const base = process.argv.includes('--changed') ? baseOfChange() : null;
const reach = base === null ? /** @type {const} */ ({ unit: 'all', e2e: 'all' }) : reachOf(changedSince(base));

requireNode();
const installed = await step('setup', async () => sumOfPreparation(await succeeds(ensureDependencies)));
if (installed) await runChecks();
conclude();

async function runChecks() {
  let browser = false;
  await step('browser', async () => {
    browser = await succeeds(ensureBrowser);
    return sumOfPreparation(browser);
  });
  await step('types', async () => sumOfGate((await npmRun('types')) === 0));
  await step('lint', async () => sumOfGate((await npmRun('lint')) === 0));
  if (reach.unit !== 'none') await step('unit', unit);
  if (reach.e2e === 'none') return;
  const built = await step('build', async () => sumOfGate((await build('app')) === 0 && (await build('server')) === 0));
  await step('budgets', () => withReport(reports.budgets, sumOfBudgets, () => npmRun('budgets')));
  await step('e2e', async () => {
    if (built && browser) return e2e();
    say('Not run: the build or the browser is missing.');
    return sumOfGate(false);
  });
}

async function unit() {
  const related = reach.unit === 'related' ? [`--changed=${base}`, '--passWithNoTests'] : [];
  const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${reports.unit}`];
  const reader = read(sumOfVitest, timedVitest);
  return withReport(reports.unit, reader, () => npmRun('unit', ...related, ...report), related.length > 0);
}

async function e2e() {
  const related = reach.e2e === 'related' ? [`--only-changed=${base}`, '--pass-with-no-tests'] : [];
  if (isFull) Object.assign(process.env, { FULL: '1', MATRIX: 'all' });
  const reader = read(sumOfPlaywright, timedPlaywright);
  return withReport(reports.e2e, reader, () => npmRun('e2e', ...related), related.length > 0);
}

/**
 * Reads a report, and keeps the times of its tests.
 *
 * @param {(report: any) => Sum} sum @param {(report: any) => import('./lib/slowest.mjs').TimedTest[]} times
 * @returns {(report: any) => Sum}
 */
function read(sum, times) {
  return (report) => {
    timed.push(...times(report));
    return sum(report);
  };
}

/** @param {string} name @param {() => Promise<Sum>} work @returns {Promise<boolean>} whether nothing failed */
async function step(name, work) {
  say(`\n== ${name}`);
  const began = performance.now();
  const sum = await work();
  steps.push({ name, sum, seconds: (performance.now() - began) / 1000 });
  return failuresOf(sum) === 0;
}

/** @param {string} script @param {readonly string[]} args */
function npmRun(script, ...args) {
  return run('npm', ['run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])]);
}

/**
 * Runs a tool that writes a JSON report and reads the report. An old report is removed first: it would speak for a run
 * that never happened.
 *
 * @param {string} file @param {(report: any) => Sum} read @param {() => Promise<number>} work
 * @param {boolean} [mayBeEmpty] whether a run without a test is good
 */
async function withReport(file, read, work, mayBeEmpty = false) {
  const path = join(root, file);
  rmSync(path, { force: true });
  const code = await work();
  try {
    return sumOfRun(existsSync(path) ? read(JSON.parse(readFileSync(path, 'utf8'))) : undefined, code, mayBeEmpty);
  } catch {
    return sumOfRun(undefined, code);
  }
}

/** @param {() => Promise<unknown>} work */
async function succeeds(work) {
  try {
    await work();
    return true;
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return false;
  }
}

function conclude() {
  say('\nThe slowest tests:');
  for (const line of slowest(timed, SLOWEST)) say(line);
  say('');
  for (const { name, sum, seconds } of steps) {
    const counts = `${String(sum.passed).padStart(5)} passed ${String(sum.failed).padStart(4)} failed`;
    say(`${name.padEnd(8)} ${counts} ${`${seconds.toFixed(1)} s`.padStart(9)}`);
    for (const title of sum.skipped) say(`           skipped: ${title}`);
  }
  say(closingLine(steps.map(({ sum }) => sum)));
  process.exitCode = steps.some(({ sum }) => failuresOf(sum) > 0) ? 1 : 0;
}
