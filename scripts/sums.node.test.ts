import { describe, expect, it } from 'vitest';
import {
  closingLine,
  sumOfBudgets,
  sumOfGate,
  sumOfPlaywright,
  sumOfPreparation,
  sumOfRun,
  sumOfVitest,
} from './lib/sums.mjs';

const nothingSkipped = { skipped: [] };

describe('the sums', () => {
  it('count Vitest tests, a file that cannot be loaded as one failure, and name what was skipped', () => {
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
    expect(sumOfVitest(report)).toEqual({ passed: 2, failed: 2, skipped: ['c', 'd'] });
  });

  it('count Playwright tests through nested suites, a flaky one as failed', () => {
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
    expect(sumOfPlaywright(report)).toEqual({ passed: 1, failed: 2, skipped: ['c [mobile]'] });
  });

  it('never call a run good that ended badly, left no report, or found no test', () => {
    expect(sumOfRun({ passed: 5, failed: 0, ...nothingSkipped }, 1).failed).toBe(1);
    expect(sumOfRun({ passed: 5, failed: 2, ...nothingSkipped }, 1).failed).toBe(2);
    expect(sumOfRun(undefined, 0).failed).toBe(1);
    expect(sumOfRun({ passed: 0, failed: 0, ...nothingSkipped }, 0).failed).toBe(1);
    expect(sumOfRun({ passed: 5, failed: 0, ...nothingSkipped }, 0)).toEqual({ passed: 5, failed: 0, skipped: [] });
  });

  it('call a run without a test good only where a change may reach none', () => {
    const none = { passed: 0, failed: 0, ...nothingSkipped };
    expect(sumOfRun(none, 0)).toMatchObject({ failed: 1 });
    expect(sumOfRun(none, 0, true)).toEqual(none);
    expect(sumOfRun(none, 1, true)).toMatchObject({ failed: 1 });
  });

  it('count a gate as one, each budget as one, and getting ready only when it fails', () => {
    expect(sumOfGate(true)).toEqual({ passed: 1, failed: 0, skipped: [] });
    expect(sumOfGate(false)).toEqual({ passed: 0, failed: 1, skipped: [] });
    expect(sumOfBudgets([{ passed: true }, { passed: false }, { passed: true }])).toEqual({
      passed: 2,
      failed: 1,
      skipped: [],
    });
    expect(sumOfPreparation(true)).toEqual({ passed: 0, failed: 0, skipped: [] });
    expect(sumOfPreparation(false).failed).toBe(1);
  });

  it('close with one plain line, in which a skipped test counts as failed', () => {
    expect(closingLine([sumOfGate(true), sumOfGate(false)])).toBe('1 passed, 1 failed');
    expect(closingLine([sumOfGate(true), { passed: 3, failed: 0, skipped: ['x'] }])).toBe('4 passed, 1 failed');
  });
});
