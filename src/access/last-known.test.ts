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
      form: 'unit',
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

/** A device; `open` opens a page on it. */
function device() {
  const stored = new Map<string, LastKnownRecord>();
  const clock = createFakeClock();
  const open = (isReload = false, tenant: Tenant | null = sarah) => {
    const queries = new QueryClient();
    const lastKnown = createLastKnown({ records: memoryRecords(stored), queries, clock, isReload });
    lastKnown.follow(() => tenant);
    const fetchList = (answer: AccessList, of = sarah) =>
      queries.fetchQuery({ queryKey: [ACCESS_KEY, tenantKey(of)], queryFn: async () => answer });
    const receive = async (answer: AccessList, of = sarah) => {
      await fetchList(answer, of);
      clock.advance(250);
      await Promise.resolve();
    };
    const shown = (of = sarah) => queries.getQueryState<AccessList>([ACCESS_KEY, tenantKey(of)]);
    return { lastKnown, receive, shown };
  };
  return { open, stored, clock };
}

describe('the last known doors', () => {
  it('show on the next page with their time, without lock keys', async () => {
    const { open, stored } = device();
    await open().receive(list('cipher'));
    expect(JSON.stringify([...stored.values()])).not.toContain('cipher');
    const next = open();
    await next.lastKnown.restore(sarah);
    expect(next.shown()?.data).toEqual(list(null));
  });

  it('have the time of the fetch where the server gives none', async () => {
    const { open } = device();
    const first = open();
    await first.receive(list(null, null));
    const next = open();
    await next.lastKnown.restore(sarah);
    expect(next.shown()?.data?.syncedAt).toBe(first.shown()?.dataUpdatedAt);
  });

  it('are not restored for another tenant', async () => {
    const { open } = device();
    await open().receive(list(null));
    const next = open();
    await next.lastKnown.restore(lee);
    expect(next.shown(lee)).toBeUndefined();
    expect(next.shown()).toBeUndefined();
  });

  it('never replace a list that the page has fetched itself', async () => {
    const { open } = device();
    await open().receive(list(null));
    const next = open();
    const newer = list(null, NOON + 1);
    await next.receive(newer);
    await next.lastKnown.restore(sarah);
    expect(next.shown()?.data).toBe(newer);
  });

  it('are stale after a reload, and when the clock was set back', async () => {
    const { open, stored, clock } = device();
    await open().receive(list(null));
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

  it('are not stored for a tenant who is no longer signed in, and are removed by forget', async () => {
    const { open, stored } = device();
    await open(false, null).receive(list(null));
    await open(false, lee).receive(list(null));
    expect(stored.size).toBe(0);
    const page = open();
    await page.receive(list(null));
    expect(stored.size).toBe(2);
    await page.lastKnown.forget();
    expect(stored.size).toBe(0);
  });

  it('are ignored in the format of another build', async () => {
    const { open, stored } = device();
    await open().receive(list(null));
    stored.set('doors', { ...stored.get('doors'), shape: 0 } as unknown as LastKnownRecord);
    const next = open();
    await next.lastKnown.restore(sarah);
    expect(next.shown()).toBeUndefined();
  });
});
