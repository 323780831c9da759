import { describe, expect, it } from 'vitest';
import { slowest, timedPlaywright, timedVitest } from './lib/slowest.mjs';

describe('the slowest tests of a run', () => {
  it('are listed from both reports, slowest first', () => {
    const unit = { testResults: [{ assertionResults: [{ fullName: 'a', duration: 1_500 }, { fullName: 'b' }] }] };
    const test = (...durations: number[]) => ({
      projectName: 'mobile',
      results: durations.map((duration) => ({ duration })),
    });
    const e2e = {
      suites: [
        {
          specs: [{ file: 'x.spec.ts', title: 'c', tests: [test(2_000, 340)] }],
          suites: [{ specs: [{ file: 'x.spec.ts', title: 'd', tests: [test(100)] }] }],
        },
      ],
    };
    const all = [...timedVitest(unit), ...timedPlaywright(e2e)];
    expect(slowest(all, 3)).toEqual([
      '   2.3 s  [mobile] x.spec.ts › c',
      '   1.5 s  a',
      '   0.1 s  [mobile] x.spec.ts › d',
    ]);
  });

  it('are none for empty reports', () => {
    expect(slowest([...timedVitest({}), ...timedPlaywright({})], 20)).toEqual([]);
  });
});
