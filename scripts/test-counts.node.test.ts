import { describe, expect, it } from 'vitest';
import {
  closingLine,
  countBudgets,
  countGate,
  countPlaywright,
  countPreparation,
  countRun,
  countVitest,
} from './lib/test-counts.mjs';

const nothingSkipped = { skipped: [] };

describe('test counts', () => {
  it('include Vitest tests, a file that cannot be loaded as one failure, and the names of skipped tests', () => {
    const report = {
      testResults: [
        {
          status: 'failed',
          assertionResults: [
            { status: 'passed', fullName: 'a' },
            { status: 'failed', fullName: 'b' },
            { status: 'pending', fullName: 'c' },
            { status: 'todo', fullName: 'd' },
          ],
        },
        { status: 'failed', assertionResults: [] },
        { status: 'passed', assertionResults: [{ status: 'passed', fullName: 'e' }] },
      ],
    };
    expect(countVitest(report)).toEqual({ passed: 2, failed: 2, skipped: ['c', 'd'] });
  });

  it('include Playwright tests in nested suites, and a flaky one as failed', () => {
    const test = (status: string) => ({ status, projectName: 'mobile' });
    const report = {
      suites: [
        {
          specs: [{ title: 'a', tests: [test('expected'), test('unexpected')] }],
          suites: [
            {
              specs: [
                { title: 'b', tests: [test('flaky')] },
                { title: 'c', tests: [test('skipped')] },
              ],
            },
          ],
        },
      ],
    };
    expect(countPlaywright(report)).toEqual({ passed: 1, failed: 2, skipped: ['c [mobile]'] });
  });

  it('have a failure for a bad exit code, a missing report and a run without tests', () => {
    expect(countRun({ passed: 5, failed: 0, ...nothingSkipped }, 1).failed).toBe(1);
    expect(countRun({ passed: 5, failed: 2, ...nothingSkipped }, 1).failed).toBe(2);
    expect(countRun(undefined, 0).failed).toBe(1);
    expect(countRun({ passed: 0, failed: 0, ...nothingSkipped }, 0).failed).toBe(1);
    expect(countRun({ passed: 5, failed: 0, ...nothingSkipped }, 0)).toEqual({ passed: 5, failed: 0, skipped: [] });
  });

  it('have no failure for a run without tests where that is allowed', () => {
    const none = { passed: 0, failed: 0, ...nothingSkipped };
    expect(countRun(none, 0)).toMatchObject({ failed: 1 });
    expect(countRun(none, 0, true)).toEqual(none);
    expect(countRun(none, 1, true)).toMatchObject({ failed: 1 });
  });

  it('include a check as one test, each budget as one test, and a preparation only when it fails', () => {
    expect(countGate(true)).toEqual({ passed: 1, failed: 0, skipped: [] });
    expect(countGate(false)).toEqual({ passed: 0, failed: 1, skipped: [] });
    expect(countBudgets([{ passed: true }, { passed: false }, { passed: true }])).toEqual({
      passed: 2,
      failed: 1,
      skipped: [],
    });
    expect(countPreparation(true)).toEqual({ passed: 0, failed: 0, skipped: [] });
    expect(countPreparation(false).failed).toBe(1);
  });

  it('end in one line, where a skipped test counts as failed', () => {
    expect(closingLine([countGate(true), countGate(false)])).toBe('1 passed, 1 failed');
    expect(closingLine([countGate(true), { passed: 3, failed: 0, skipped: ['x'] }])).toBe('4 passed, 1 failed');
  });
});
