// @vitest-environment jsdom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Door } from '#model';
import { aDoor } from '#model/test-helpers';
import { createTestPlatform } from '#platform/test-helpers';
import { READY, type UnlockState } from '#unlock';
import { surroundings } from './access.test-helper.tsx';
import { DoorPage } from './door-page.tsx';
import { ACCESS_KEY } from './use-access.ts';

const toasts = vi.hoisted((): string[] => []);
vi.mock('#notices', async (original) => ({
  ...(await original<typeof import('#notices')>()),
  showToast: async (_platform: unknown, { title }: { readonly title: string }) => void toasts.push(title),
}));

afterEach(() => {
  cleanup();
  toasts.length = 0;
});

const door = (facts: Partial<Door> = {}): Door =>
  aDoor({ id: 'd1', locationId: 'elm', openability: { kind: 'no-lock' }, ...facts });

/** Renders the page of door d1; `lists` are the server's answers, the last one repeated. */
async function visit(
  lists: readonly (readonly Door[])[],
  presses: readonly { doorId: string; target: object }[] = [],
  state: UnlockState = READY,
) {
  const left = [...lists];
  const fetchAccess = vi.fn(async () => ({ doors: (left.length > 1 ? left.shift() : left[0]) ?? [], syncedAt: null }));
  const platform = createTestPlatform();
  const elm = { name: 'Elm Street', timezone: 'America/Denver', phone: '+1 303 555 0150' };
  const { around, queries } = surroundings({ fetch: fetchAccess, locations: { elm }, presses, platform, state });
  platform.location.navigate('/doors/d1');
  const paths: string[] = [];
  platform.location.subscribe(() => paths.push(platform.location.path()));
  render(around(<DoorPage doorId="d1" isSheet />));
  await waitFor(() => expect(fetchAccess).toHaveBeenCalled());
  return {
    paths,
    refresh: () => act(() => queries.invalidateQueries({ queryKey: [ACCESS_KEY] })),
  };
}

it.each([
  ['unit', 'Lock not found'],
  ['entry-point', 'Entry point not found'],
] as const)('a door (%s) that is no longer on the list shows the toast: %s', async (kind, text) => {
  const { paths, refresh } = await visit([[door({ kind })], []]);
  await screen.findByRole('heading', { name: 'B204' });
  await refresh();
  await waitFor(() => expect(toasts).toEqual([text]));
  expect(paths.at(-1)).toBe('/doors');
});

it.each([
  [
    'was pressed before as a gate',
    [{ doorId: 'd1', target: { kind: 'entry-point', id: 'g1' } }],
    'Entry point not found',
  ],
  ['was never pressed', [{ doorId: 'd2', target: { kind: 'entry-point', id: 'g1' } }], 'Lock not found'],
])('a door that was never on the list and %s shows the matching toast', async (_what, presses, text) => {
  await visit([[]], presses);
  await waitFor(() => expect(toasts).toEqual([text]));
});

it('the page title names no door, because browsers keep titles in their history', async () => {
  await visit([[door()]]);
  await screen.findByRole('heading', { name: 'B204' });
  expect(document.title).toBe('Open – Door access');
});

it('each name is isolated from the text around it, whatever its writing direction', async () => {
  await visit([[door({ name: 'وحدة 12', zones: [{ id: 'z', name: 'المبنى ب' }] as never })]]);
  await screen.findByRole('heading', { name: 'وحدة 12' });
  const names = [...document.querySelectorAll('bdi')].map(({ textContent }) => textContent);
  expect(names).toEqual(['وحدة 12', 'المبنى ب', 'Elm Street']);
});

describe('times at a door are in the facility’s zone, not the device’s', () => {
  /** 6 AM in Denver. */
  const SIX = Date.UTC(2026, 6, 1, 12);
  const MINUTE_MS = 60_000;
  const openable = { openability: { kind: 'openable', target: { kind: 'lock', id: 'l1', key: null } } } as const;

  beforeEach(() => void vi.setSystemTime(SIX));
  afterEach(() => void vi.useRealTimers());

  it.each([
    ['the location', []],
    ['the hours', [{ start: 0, end: 1439, timeZone: 'America/Denver' }]],
  ])('the end of an access, in the zone of %s', async (_whose, hours) => {
    await visit([[door({ hours, expiresAt: SIX + 90 * MINUTE_MS })]]);
    await screen.findByText('Access until Wed, Jul 1, 7:30 AM');
  });

  it('the access hours, and when a closed door opens next', async () => {
    await visit([[door({ hours: [{ start: 435, end: 1320, timeZone: 'America/Denver' }] })]]);
    await screen.findByText('Access hours: 7:15 AM – 10:00 PM (facility time)');
    await screen.findByText('Opens at 7:15 AM');
  });

  it('the opening', async () => {
    const opened = {
      kind: 'opened',
      openedAt: SIX + 5 * MINUTE_MS,
      relayEndsAt: SIX,
      relayMs: 3_000,
      relay: 'ending',
    } as const;
    await visit([[door(openable)]], [], opened);
    await screen.findByText('Opened at 6:05 AM.');
  });
});

it('a jammed door shows the phone number of its location', async () => {
  const openability = { kind: 'openable', target: { kind: 'lock', id: 'l1', key: null } } as const;
  const jammed = { kind: 'ended', outcome: { kind: 'jammed' }, restUntil: 0 } as const;
  await visit([[door({ openability })]], [], jammed);
  const call = await screen.findByRole('link', { name: 'Call +1 303 555 0150' });
  expect(call.getAttribute('href')).toBe('tel:+13035550150');
});
