import { describe, expect, it, vi } from 'vitest';
import { createFakeClock, NOON } from './fake-clock.test-helper.ts';
import { memoryStore } from './storage.ts';
import { createTabLock } from './tab-lock.ts';

/** Work that a test ends. */
function longWork() {
  let end = () => {};
  let fail = (_error: Error) => {};
  const done = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  return { work: () => done, end: () => end(), fail: (error: Error) => fail(error) };
}

function twoTabs(request?: unknown) {
  const locks = request === undefined ? {} : { locks: { request } as unknown as LockManager };
  const clock = createFakeClock();
  const store = memoryStore();
  const tab = () => createTabLock({ local: store, clock, device: { navigator: locks } });
  return { clock, store, here: tab(), there: tab() };
}

describe('a lock between tabs, without Web Locks', () => {
  it('lets one tab work and rejects the other at once', async () => {
    const { here, there } = twoTabs();
    const { work, end } = longWork();
    const first = here('outbox', work);
    const second = vi.fn(async () => {});
    expect(await there('outbox', second)).toBe(false);
    expect(second).not.toHaveBeenCalled();
    end();
    expect(await first).toBe(true);
    expect(await there('outbox', second)).toBe(true);
  });

  it('is separate for each name', async () => {
    const { here, there } = twoTabs();
    const { work, end } = longWork();
    const first = here('outbox', work);
    expect(await there('another', async () => {})).toBe(true);
    end();
    await first;
  });

  it('is held until the work ends', async () => {
    const { clock, here, there } = twoTabs();
    const { work, end } = longWork();
    const first = here('outbox', work);
    clock.advance(10 * 60_000);
    expect(await there('outbox', async () => {})).toBe(false);
    end();
    await first;
    expect(clock.waiting()).toBe(0);
  });

  it('is released when the work fails', async () => {
    const { here, there } = twoTabs();
    const { work, fail } = longWork();
    const first = here('outbox', work);
    fail(new Error('x'));
    await expect(first).rejects.toThrow('x');
    expect(await there('outbox', async () => {})).toBe(true);
  });

  it.each([
    ['expires 15 seconds after a tab was closed', NOON + 15_000, 15_000, true],
    ['is still held just before that', NOON + 15_000, 14_999, false],
    ['is not held longer when the clock was set back', NOON + 3_600_000, 0, true],
  ])('%s', async (_what, until, later, free) => {
    const { clock, store, there } = twoTabs();
    store.set('lease:outbox', { holder: 'a closed tab', until });
    clock.advance(later);
    expect(await there('outbox', async () => {})).toBe(free);
  });

  it.each([['text'], [7], [{}], [{ holder: 'x' }]])('is free when storage holds %j', async (kept) => {
    const { store, here } = twoTabs();
    store.set('lease:outbox', kept);
    expect(await here('outbox', async () => {})).toBe(true);
  });
});

describe('a lock between tabs, with Web Locks', () => {
  it.each([true, false])('follows the browser’s answer: %s', async (available) => {
    const request = vi.fn(async (_name: string, _options: LockOptions, run: (lock: unknown) => Promise<boolean>) =>
      run(available ? {} : null),
    );
    const work = vi.fn(async () => {});
    expect(await twoTabs(request).here('outbox', work)).toBe(available);
    expect(work).toHaveBeenCalledTimes(available ? 1 : 0);
    expect(request).toHaveBeenCalledWith('outbox', { ifAvailable: true }, expect.any(Function));
  });
});

describe('a lock between tabs, with Web Locks', () => {
  it('falls back to a lease where the browser refuses them', async () => {
    const request = vi.fn(() => Promise.reject(new DOMException('The operation is insecure.', 'SecurityError')));
    const { here, there } = twoTabs(request);
    const { work, end } = longWork();
    const first = here('outbox', work);
    await vi.waitFor(async () => expect(await there('outbox', async () => {})).toBe(false));
    end();
    expect([await first, request.mock.calls.length > 0]).toEqual([true, true]);
  });

  it('rejects with the error of the work, and runs it once', async () => {
    const request = (_name: string, _options: object, run: (lock: object) => Promise<boolean>) => run({});
    const work = vi.fn(() => Promise.reject(new Error('the work failed')));
    await expect(twoTabs(request).here('outbox', work)).rejects.toThrow('the work failed');
    expect(work).toHaveBeenCalledTimes(1);
  });
});
