import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { STALE_AFTER_MS } from '#api';
import { type AccessList, type Tenant, tenantKey } from '#model';
import { memoryRecords } from '#platform';
import { createFakeClock, NOON } from '#platform/test-helpers';
import { createLastKnown, type LastKnownRecord } from './last-known.ts';
import { ACCESS_KEY } from './use-access.ts';

const sarah: Tenant = { apiBase: 'https://a.test', e164: '+13035550101', id: 't1', name: 'Sarah' };
const lee: Tenant = { ...sarah, id: 't2', name: 'Lee' };
const list = (key: string | null, syncedAt: number | null = NOON): AccessList => ({
  syncedAt,
  doors: [
    {
      id: 'u1',
      kind: 'unit',
      name: 'B204',
      locationId: null,
      zones: [],
      grantType: null,
      grant: { kind: 'permitted' },
      openability: { kind: 'openable', target: { kind: 'lock', id: 'l1', key } },
      hours: [],
      expiresAt: null,
    },
  ],
});

/** A device, and pages that are opened on it. */
function device() {
  const stored = new Map<string, LastKnownRecord>();
  const clock = createFakeClock();
  const open = (isReload = false, tenant: Tenant | null = sarah) => {
    const queries = new QueryClient();
    const lastKnown = createLastKnown({ records: memoryRecords(stored), queries, clock, isReload });
    lastKnown.follow(() => tenant);
    const fetchList = (answer: AccessList, of = sarah) =>
      queries.fetchQuery({ queryKey: [ACCESS_KEY, tenantKey(of)], queryFn: async () => answer });
    const hear = async (answer: AccessList, of = sarah) => {
      await fetchList(answer, of);
      clock.advance(250);
      await Promise.resolve();
    };
    const shown = (of = sarah) => queries.getQueryState<AccessList>([ACCESS_KEY, tenantKey(of)]);
    return { lastKnown, hear, shown };
  };
  return { open, stored, clock };
}

describe('the doors as this device last heard of them', () => {
  it('are there for the next page, of when they are, without the keys of locks', async () => {
    const { open, stored } = device();
    await open().hear(list('cipher'));
    expect(JSON.stringify([...stored.values()])).not.toContain('cipher');
    const next = open();
    await next.lastKnown.restore(sarah);
    expect(next.shown()?.data).toEqual(list(null));
  });

  it('say of when they are by this device where the server does not', async () => {
    const { open } = device();
    const first = open();
    await first.hear(list(null, null));
    const next = open();
    await next.lastKnown.restore(sarah);
    expect(next.shown()?.data?.syncedAt).toBe(first.shown()?.dataUpdatedAt);
  });

  it('are nobody else’s', async () => {
    const { open } = device();
    await open().hear(list(null));
    const next = open();
    await next.lastKnown.restore(lee);
    expect(next.shown(lee)).toBeUndefined();
    expect(next.shown()).toBeUndefined();
  });

  it('never take the place of what the page has heard itself', async () => {
    const { open } = device();
    await open().hear(list(null));
    const next = open();
    const newer = list(null, NOON + 1);
    await next.hear(newer);
    await next.lastKnown.restore(sarah);
    expect(next.shown()?.data).toBe(newer);
  });

  it('count as old after a reload, and with a clock that was set back', async () => {
    const { open, stored, clock } = device();
    await open().hear(list(null));
    const reloaded = open(true);
    await reloaded.lastKnown.restore(sarah);
    expect(reloaded.shown()?.dataUpdatedAt).toBe(0);
    const fetched = stored.get('fetched');
    if (fetched?.kind !== 'fetched') throw new Error('nothing was kept');
    stored.set('fetched', { ...fetched, at: clock.now() + 3_600_000 });
    const other = open();
    await other.lastKnown.restore(sarah);
    expect(other.shown()?.dataUpdatedAt).toBe(clock.now() - STALE_AFTER_MS);
  });

  it('are not kept once their tenant is gone, and are gone when they are to be forgotten', async () => {
    const { open, stored } = device();
    await open(false, null).hear(list(null));
    await open(false, lee).hear(list(null));
    expect(stored.size).toBe(0);
    const page = open();
    await page.hear(list(null));
    expect(stored.size).toBe(2);
    await page.lastKnown.forget();
    expect(stored.size).toBe(0);
  });

  it('are not read in a shape that this build does not know', async () => {
    const { open, stored } = device();
    await open().hear(list(null));
    stored.set('doors', { ...stored.get('doors'), shape: 0 } as unknown as LastKnownRecord);
    const next = open();
    await next.lastKnown.restore(sarah);
    expect(next.shown()).toBeUndefined();
  });
});
