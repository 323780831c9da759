/**
 * @typedef {{ passed: number, failed: number, skipped: string[] }} Sum counts of tests; skipped ones by name
 */

/** A gate without tests of its own, such as the type check, counts as one. @param {boolean} passed @returns {Sum} */
export function sumOfGate(passed) {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: [] };
}

/** Getting ready proves nothing about the project, so it counts only when it fails. @param {boolean} passed @returns {Sum} */
export function sumOfPreparation(passed) {
  return { passed: 0, failed: passed ? 0 : 1, skipped: [] };
}

/**
 * The sum of a run of tests, made consistent with the exit code: a run that failed without a failed test (a file that
 * could not be loaded, an error between the tests, no report at all) counts one failure.
 *
 * @param {Sum | undefined} sum what the report says; undefined when there is no report
 * @param {number} code the exit code
 * @param {boolean} [mayBeEmpty] whether a run without a test is good: a change may reach none
 * @returns {Sum}
 */
export function sumOfRun(sum, code, mayBeEmpty = false) {
  if (!sum) return sumOfGate(false);
  if (code !== 0 && sum.failed === 0) return { ...sum, failed: 1 };
  // A run that found no test proves nothing.
  if (sum.passed + sum.failed === 0 && !mayBeEmpty) return { ...sum, failed: 1 };
  return sum;
}

/**
 * Reads Vitest's JSON report.
 *
 * @param {any} report
 * @returns {Sum}
 */
export function sumOfVitest(report) {
  const files = /** @type {any[]} */ (report.testResults ?? []);
  const tests = files.flatMap((file) => /** @type {any[]} */ (file.assertionResults ?? []));
  const broken = files.filter((file) => file.status === 'failed' && (file.assertionResults ?? []).length === 0);
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(({ status }) => status === 'failed').length + broken.length,
    skipped: tests.filter(({ status }) => status !== 'passed' && status !== 'failed').map(({ fullName }) => fullName),
  };
}

/**
 * Reads Playwright's JSON report. A test that passed only at another try counts as failed.
 *
 * @param {any} report
 * @returns {Sum}
 */
export function sumOfPlaywright(report) {
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

/** Reads the results that budgets.mjs writes. @param {{ passed: boolean }[]} results @returns {Sum} */
export function sumOfBudgets(results) {
  const passed = results.filter((result) => result.passed).length;
  return { passed, failed: results.length - passed, skipped: [] };
}

/** Tests that failed, and those that were passed over: what was not run has not passed. @param {Sum} sum */
export function failuresOf({ failed, skipped }) {
  return failed + skipped.length;
}

/** The line that closes a run. @param {readonly Sum[]} sums */
export function closingLine(sums) {
  const passed = sums.reduce((total, sum) => total + sum.passed, 0);
  const failed = sums.reduce((total, sum) => total + failuresOf(sum), 0);
  return `${passed} passed, ${failed} failed`;
}
