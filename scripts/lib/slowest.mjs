import { specsOf } from './test-counts.mjs';

/** @typedef {{ title: string, ms: number }} TimedTest */

/** The test times in Vitest's JSON report. @param {any} report @returns {TimedTest[]} */
export function timedVitest(report) {
  const files = /** @type {any[]} */ (report.testResults ?? []);
  return files.flatMap((file) =>
    /** @type {any[]} */ (file.assertionResults ?? []).map(({ fullName, duration }) => ({
      title: fullName,
      ms: duration ?? 0,
    })),
  );
}

/** The test times in Playwright's JSON report, by project. @param {any} report @returns {TimedTest[]} */
export function timedPlaywright(report) {
  return specsOf(report.suites ?? []).flatMap((spec) =>
    /** @type {any[]} */ (spec.tests ?? []).map((test) => ({
      title: `[${test.projectName}] ${spec.file} › ${spec.title}`,
      ms: /** @type {any[]} */ (test.results ?? []).reduce((sum, { duration }) => sum + duration, 0),
    })),
  );
}

/** One line for each of the slowest tests, slowest first. @param {readonly TimedTest[]} tests @param {number} count @returns {string[]} */
export function slowest(tests, count) {
  return [...tests]
    .sort((a, b) => b.ms - a.ms)
    .slice(0, count)
    .map(({ title, ms }) => `${(ms / 1000).toFixed(1).padStart(6)} s  ${title}`);
}
