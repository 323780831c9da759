import { describe, expect, it, vi } from 'vitest';
import { createMemoryLocation, memoryStore } from '#platform';
import { createFakeClock, createTestPlatform, NOON } from '#platform/test-helpers';
import type { LaterPart } from './services.ts';
import { reloadForNewBuild } from './stale-build.ts';

const html = (build: string) => `<script async type="module" crossorigin src="/assets/index-${build}.js"></script>`;

/** A page of the build `old`, whose server has `served` by now. */
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
  const laterParts = new Set([{ isBusy } as LaterPart]);
  const meet = () => reloadForNewBuild({ platform, laterParts }, entry);
  return { clock, store, reload, fetch, meet };
}

describe('a page whose files are gone', () => {
  it('is loaded anew, once, when the server has another build', async () => {
    const { meet, reload, fetch, clock } = page();
    await Promise.all([meet(), meet()]);
    clock.advance(59_999);
    await meet();
    expect(reload).toHaveBeenCalledTimes(1);
    expect(fetch).toHaveBeenCalledWith('/', { cache: 'no-cache' });
  });

  it('may be loaded anew again a minute later, for the next deploy', async () => {
    const { meet, reload, clock } = page();
    await meet();
    clock.advance(60_000);
    await meet();
    expect(reload).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['the server has the same build', html('old')],
    ['the server shows something else', '<h1>Welcome to the Wi-Fi</h1>'],
  ])('stays while %s, and has not used up its turn', async (_while, served) => {
    const { meet, reload, store } = page(served);
    await meet();
    expect(reload).not.toHaveBeenCalled();
    expect(store.get('reloaded-at')).toBeNull();
  });

  it('stays when there is no network, or when it is being left', async () => {
    const { meet, reload } = page(null);
    await expect(meet()).rejects.toThrow('Failed to fetch');
    expect(reload).not.toHaveBeenCalled();
  });

  it('stays while a door is being opened, also by a press that came while the server was asked', async () => {
    let busy = false;
    const { meet, reload, store } = page(html('new'), () => busy);
    const met = meet();
    busy = true;
    await met;
    expect(reload).not.toHaveBeenCalled();
    expect(store.get('reloaded-at')).toBeNull();
  });

  it('is loaded anew whatever nonsense storage holds', async () => {
    const { meet, store } = page();
    store.set('reloaded-at', 'yesterday');
    await meet();
    expect(store.get('reloaded-at')).toBe(NOON);
  });
});
