// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from './platform.test-helper.ts';
import { deferUnloadErrors } from './unload-errors.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A pending promise, and its settled results. */
function start() {
  let resolve: (value: string) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<string>((give, fail) => {
    resolve = give;
    reject = fail;
  });
  const results: unknown[] = [];
  void deferUnloadErrors({ device: window, clock: systemClock }, promise).then(
    (value) => results.push(value),
    (error: unknown) => results.push(error),
  );
  return { resolve, reject, results };
}
const settle = () => vi.advanceTimersByTimeAsync(0);
const lost = new TypeError('Load failed');

describe('a failure', () => {
  it('is reported at once on a page that stays', async () => {
    const { reject, results } = start();
    reject(lost);
    await settle();
    expect(results).toEqual([lost]);
  });

  it.each(['beforeunload', 'pagehide'])('after %s is reported only when the page has stayed', async (event) => {
    const { reject, results } = start();
    dispatchEvent(new Event(event));
    reject(lost);
    await vi.advanceTimersByTimeAsync(2_999);
    expect(results).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(results).toEqual([lost]);
  });
});

it('a result during an unload is reported at once', async () => {
  const { resolve, results } = start();
  dispatchEvent(new Event('beforeunload'));
  resolve('doors');
  await settle();
  expect(results).toEqual(['doors']);
});
