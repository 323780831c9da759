// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { ACCESS_KEY } from '#access';
import { tenantHash } from '#activity';
import { isAllowedElement, renderSnapshot, type Snapshot } from '#boot';
import { checkConfig } from '#config/check';
import { getLocale, setLocale } from '#i18n';
import { type AccessList, tenantKey } from '#model';
import { createFakeClock, createTestPlatform, createWatchedStore } from '#platform/test-helpers';
import { hasDraft } from '#sign-in/page';
import { kiss } from '#systems/test-helpers';
import { setInitialLocale } from '../languages.ts';
import { createServices } from '../services.ts';
import { servicesFor } from '../signed-in-services.ts';
import stored from './stored.json';

/*
 * The data that the previous release stored, as a browser kept it: a list, one opening with an unsent report, a rate limit,
 * a chosen language, the snapshot of the list, and a started sign-in. Written on 2026-11-26 by b13f431. A release that
 * changes a format adds its own fixture and keeps reading this one.
 */

vi.mock('#platform', async (original) => {
  const platform = await original<typeof import('#platform')>();
  const found = (await import('./stored.json')).default;
  const kept = new Map(
    Object.entries<object>(found.records).map(([name, all]) => [name, new Map(Object.entries(all))]),
  );
  const indexedRecords = (_device: unknown, name: string) => platform.memoryRecords(kept.get(name));
  return { ...platform, indexedRecords };
});

const API = stored.local.session.tenant.apiBase;
const tenant = stored.local.session.tenant;

/** Starts the app on that device, a minute later. */
function open(entries: Readonly<Record<string, unknown>> = stored.local) {
  const { local, kept } = createWatchedStore();
  for (const [key, value] of Object.entries(entries)) kept.set(key, value);
  const sent: { readonly route: string; readonly headers: Headers; readonly body: unknown }[] = [];
  const platform = createTestPlatform({
    local,
    clock: createFakeClock(stored.writtenAt + 60_000),
    async fetch(address, init = {}) {
      const route = `${init.method} ${new URL(address).pathname}`;
      sent.push({ route, headers: new Headers(init.headers), body: JSON.parse(String(init.body ?? 'null')) });
      return Response.json({}, { status: 201 });
    },
  });
  const checked = checkConfig(JSON.stringify({ system: 'kiss', api: { base: API } }));
  if (checked.kind !== 'ok') throw new Error('the test’s configuration is broken');
  return { services: createServices(checked.config, kiss, platform), platform, kept, sent };
}

describe('data stored by the previous release', () => {
  it('keeps the session and its token', () => {
    const { services, kept } = open();
    expect(services.sessions.get()).toMatchObject({ kind: 'signed-in', tenant, phone: stored.local.session.phone });
    expect(services.sessions.vault.of(tenantKey(tenant))?.token).toBe(stored.local.session.token);
    // A page of that release may still be open in another tab.
    expect(kept.get('session')).toEqual(stored.local.session);
  });

  it('shows the doors before the first response', async () => {
    const { services } = open();
    const session = services.sessions.get();
    if (session.kind !== 'signed-in') throw new Error('no one is signed in');
    const { restore, queries } = servicesFor(services);
    await restore(session);
    const list = queries.getQueryData<AccessList>([ACCESS_KEY, tenantKey(tenant)]);
    expect(list?.doors.map(({ name, form }) => [name, form])).toEqual([
      ['B204', 'unit'],
      ['C101', 'unit'],
      ['A305', 'unit'],
      ['Main Gate', 'other'],
      ['Building B Door', 'other'],
    ]);
  });

  it('keeps the history and sends the unsent report with its idempotency key', async () => {
    const { services, sent } = open();
    const { activity } = servicesFor(services);
    await activity.outbox.flush({ ignorePause: true });
    const reports = sent.filter(({ route }) => route.endsWith('/logs'));
    const [record] = Object.values(stored.records['door-access-activity']);
    expect(reports).toMatchObject([
      { route: `POST /api/v2/locks/${record?.target.id}/logs`, body: { happened_at: record?.happenedAt } },
    ]);
    expect(reports[0]?.headers.get('idempotency-key')).toBe(record?.report.key);
    expect(reports[0]?.headers.get('authorization')).toBe(`Bearer ${stored.local.session.token}`);
    const history = await activity.journal.list(tenantHash(tenant));
    expect(history).toMatchObject([{ doorName: 'B204', outcome: { kind: 'opened' }, report: { kind: 'sent' } }]);
  });

  it('still applies a rate limit until its end', () => {
    const { services } = open();
    const [[, limit]] = stored.local['rate-windows'] as [[string, { readonly until: number }]];
    expect(services.windows.blockedUntil(services.system.access.scope)).toBe(limit.until);
  });

  it('restores the chosen language', async () => {
    await setInitialLocale(open().platform);
    expect(getLocale().code).toBe('es');
    await setLocale('en');
  });

  it('renders the snapshot of the list', () => {
    const snapshot = stored.local.picture as unknown as Snapshot;
    expect(snapshot.of).toBe(JSON.stringify(tenant));
    const page = document.createElement('div');
    page.append(renderSnapshot(snapshot.nodes));
    expect([page.querySelector('h1')?.textContent, page.textContent?.includes('B204')]).toEqual(['Your doors', true]);
    for (const { localName } of page.querySelectorAll('*')) expect(isAllowedElement(localName)).toBe(true);
  });

  it('resumes a started sign-in', () => {
    const { platform } = open(stored.draft);
    expect(hasDraft(platform.local, () => stored.draft['sign-in'].savedAt + 60_000)).toBe(true);
  });
});
