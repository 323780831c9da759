/**
 * @typedef {{ passed: number, failed: number, skipped: string[] }} TestCounts skipped tests by name
 */

/** Counts a check without tests, such as the type check, as one test. @param {boolean} passed @returns {TestCounts} */
export function countGate(passed) {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: [] };
}

/** Counts a preparation step only when it fails. @param {boolean} passed @returns {TestCounts} */
export function countPreparation(passed) {
  return { passed: 0, failed: passed ? 0 : 1, skipped: [] };
}

/**
 * Makes the counts of a run consistent with its exit code: a run that failed without a failed test (a file that could not
 * be loaded, an error between tests, no report) counts one failure.
 *
 * @param {TestCounts | undefined} counts the counts of the report; undefined without a report
 * @param {number} code the exit code
 * @param {boolean} [mayBeEmpty] whether a run may have no tests, as with `--changed`
 * @returns {TestCounts}
 */
export function countRun(counts, code, mayBeEmpty = false) {
  if (!counts) return countGate(false);
  if (code !== 0 && counts.failed === 0) return { ...counts, failed: 1 };
  // A run without tests fails, because it has not tested anything.
  if (counts.passed + counts.failed === 0 && !mayBeEmpty) return { ...counts, failed: 1 };
  return counts;
}

/** Reads Vitest's JSON report. @param {any} report @returns {TestCounts} */
export function countVitest(report) {
  const files = /** @type {any[]} */ (report.testResults ?? []);
  const tests = files.flatMap((file) => /** @type {any[]} */ (file.assertionResults ?? []));
  const broken = files.filter((file) => file.status === 'failed' && (file.assertionResults ?? []).length === 0);
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(({ status }) => status === 'failed').length + broken.length,
    skipped: tests.filter(({ status }) => status !== 'passed' && status !== 'failed').map(({ fullName }) => fullName),
  };
}

/** Reads Playwright's JSON report. A flaky test counts as failed. @param {any} report @returns {TestCounts} */
export function countPlaywright(report) {
  const tests = specsOf(report.suites ?? []).flatMap((spec) =>
    /** @type {any[]} */ (spec.tests ?? []).map((test) => ({ title: spec.title, ...test })),
  );
  return {
    passed: tests.filter(({ status }) => status === 'expected').length,
    failed: tests.filter(({ status }) => status === 'unexpected' || status === 'flaky').length,
    skipped: tests.filter(({ status }) => status === 'skipped').map((test) => `${test.title} [${test.projectName}]`),
  };
}

/** Every spec of Playwright's nested suites. @param {any[]} suites @returns {any[]} */
export function specsOf(suites) {
  return suites.flatMap((suite) => [...(suite.specs ?? []), ...specsOf(suite.suites ?? [])]);
}

/** Reads the report of budgets.mjs. @param {{ passed: boolean }[]} results @returns {TestCounts} */
export function countBudgets(results) {
  const passed = results.filter((result) => result.passed).length;
  return { passed, failed: results.length - passed, skipped: [] };
}

/** The number of failed tests; skipped tests count as failed. @param {TestCounts} counts */
export function failuresOf({ failed, skipped }) {
  return failed + skipped.length;
}

/** The last line of a run. @param {readonly TestCounts[]} counts */
export function closingLine(counts) {
  const passed = counts.reduce((total, { passed }) => total + passed, 0);
  const failed = counts.reduce((total, step) => total + failuresOf(step), 0);
  return `${passed} passed, ${failed} failed`;
}
