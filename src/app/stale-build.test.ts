import { describe, expect, it, vi } from 'vitest';
import { createMemoryLocation, memoryStore } from '#platform';
import { createFakeClock, createTestPlatform, NOON } from '#platform/test-helpers';
import type { Extension } from './services.ts';
import { reloadForNewBuild } from './stale-build.ts';

const html = (build: string) => `<script async type="module" crossorigin src="/assets/index-${build}.js"></script>`;

/** A page of the build `old`, whose server now responds with `served`; null: not at all. */
function page(served: string | null = html('n-e_w'), isBusy = () => false) {
  const clock = createFakeClock();
  const store = memoryStore();
  const reload = vi.fn();
  const fetch = vi.fn(async (_address: string, _init?: RequestInit) => {
    if (served === null) throw new TypeError('Failed to fetch');
    return new Response(served);
  });
  const location = { ...createMemoryLocation(), reload };
  const platform = createTestPlatform({ fetch, clock, tab: store, location });
  const entry = 'https://doors.test/assets/index-old.js';
  const extensions = new Set([{ isBusy } as Extension]);
  const check = () => reloadForNewBuild({ platform, extensions }, entry);
  return { clock, store, reload, fetch, check };
}

describe('a page of an outdated build', () => {
  it('reloads once when the server has another build', async () => {
    const { check, reload, fetch, clock } = page();
    await Promise.all([check(), check()]);
    clock.advance(59_999);
    await check();
    expect(reload).toHaveBeenCalledTimes(1);
    expect(fetch).toHaveBeenCalledWith('/', { cache: 'no-cache' });
  });

  it('may reload again a minute later, for the next deploy', async () => {
    const { check, reload, clock } = page();
    await check();
    clock.advance(60_000);
    await check();
    expect(reload).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['the server has the same build', html('old')],
    ['the server shows something else', '<h1>Welcome to the Wi-Fi</h1>'],
  ])('does not reload while %s, and may do so later', async (_while, served) => {
    const { check, reload, store } = page(served);
    await check();
    expect(reload).not.toHaveBeenCalled();
    expect(store.get('reloaded-at')).toBeNull();
  });

  it('does not reload without a response from the server', async () => {
    const { check, reload } = page(null);
    await expect(check()).rejects.toThrow('Failed to fetch');
    expect(reload).not.toHaveBeenCalled();
  });

  it('does not reload while a door is being opened, even if the press came during the check', async () => {
    let busy = false;
    const { check, reload, store } = page(html('new'), () => busy);
    const checked = check();
    busy = true;
    await checked;
    expect(reload).not.toHaveBeenCalled();
    expect(store.get('reloaded-at')).toBeNull();
  });

  it('reloads even if storage holds an invalid time', async () => {
    const { check, store } = page();
    store.set('reloaded-at', 'yesterday');
    await check();
    expect(store.get('reloaded-at')).toBe(NOON);
  });
});
