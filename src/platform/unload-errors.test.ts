// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from './platform.test-helper.ts';
import { deferUnloadErrors } from './unload-errors.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Something on its way, and what has been told of it. */
function begin() {
  let resolve: (value: string) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<string>((give, fail) => {
    resolve = give;
    reject = fail;
  });
  const told: unknown[] = [];
  void deferUnloadErrors({ device: window, clock: systemClock }, promise).then(
    (value) => told.push(value),
    (error: unknown) => told.push(error),
  );
  return { resolve, reject, told };
}
const settle = () => vi.advanceTimersByTimeAsync(0);
const lost = new TypeError('Load failed');

describe('what fails', () => {
  it('is told at once on a page that stays', async () => {
    const { reject, told } = begin();
    reject(lost);
    await settle();
    expect(told).toEqual([lost]);
  });

  it.each(['beforeunload', 'pagehide'])(
    'is not told after %s, until the person has stayed after all',
    async (event) => {
      const { reject, told } = begin();
      dispatchEvent(new Event(event));
      reject(lost);
      await vi.advanceTimersByTimeAsync(2_999);
      expect(told).toEqual([]);
      await vi.advanceTimersByTimeAsync(1);
      expect(told).toEqual([lost]);
    },
  );
});

it('what comes while the page is being left is told at once', async () => {
  const { resolve, told } = begin();
  dispatchEvent(new Event('beforeunload'));
  resolve('doors');
  await settle();
  expect(told).toEqual(['doors']);
});
