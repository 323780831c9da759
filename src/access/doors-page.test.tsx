// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { aProblem } from '#api/test-helpers';
import type { AccessList, Door } from '#model';
import { aDoor } from '#model/test-helpers';
import { createTestPlatform, deviceEvents, NOON } from '#platform/test-helpers';
import { surroundings } from './access.test-helper.tsx';
import { DoorsPage } from './doors-page.tsx';

/** The hrefs of the rendered cards, in order. */
const rendered = vi.hoisted((): string[] => []);
vi.mock('#router', () => ({
  Link({ href, children }: { readonly href: string; readonly children: ReactNode }) {
    rendered.push(href);
    return <a href={href}>{children}</a>;
  },
}));

const MINUTE_MS = 60_000;
const ROW_PX = 90;

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation((...args) => {
    // jsdom does not know the <search> element.
    if (args.at(-1) !== 'search') throw new Error(args.join(' '));
  });
  vi.useFakeTimers({ now: NOON });
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(ROW_PX);
  vi.spyOn(window, 'scrollTo').mockImplementation(() => {});
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const door = (index: number, facts: Partial<Door> = {}): Door =>
  aDoor({
    id: `u${index}`,
    name: `B${index}`,
    locationId: 'elm',
    openability: { kind: 'openable', target: { kind: 'lock', id: `l${index}`, key: null } },
    hours: [{ start: 0, end: 1439, timeZone: 'UTC' }],
    ...facts,
  });

/** Renders a list of `count` doors; `change` changes one of them from the next refresh on. */
async function renderDoors(count: number) {
  let list: AccessList = { syncedAt: NOON, doors: Array.from({ length: count }, (_, index) => door(index)) };
  let answer = async () => structuredClone(list);
  const platform = createTestPlatform({ device: deviceEvents(window) });
  const { around } = surroundings({ fetch: () => answer(), locations: { elm: { name: 'Elm Street' } }, platform });
  render(around(<DoorsPage shownDoorId={null} isCovered={false} leftDoorId={{ current: null }} />));
  await pass(0);
  // The windowed list is a lazy chunk.
  if (count > 100) await vi.waitFor(() => expect(document.querySelector('.windowed')).not.toBeNull());
  await pass(0);
  rendered.length = 0;
  return {
    change(index: number, facts: Partial<Door>) {
      const doors = list.doors.map((known, at) => (at === index ? { ...known, ...facts } : known));
      list = { doors, syncedAt: (list.syncedAt ?? 0) + MINUTE_MS };
    },
    /** Requests fail from now on; `before` is called while each is in flight. */
    failFromNow(before: () => void) {
      answer = async () => {
        await Promise.resolve();
        before();
        throw aProblem('unavailable', { status: null, origin: 'network' });
      };
    },
    refresh: async () => {
      fireEvent.click(screen.getByRole('button', { name: /Refresh$/ }));
      await pass(0);
    },
  };
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

it.each([2, 300])('the name on each of %d cards is isolated from the text around it', async (count) => {
  await renderDoors(count);
  for (const link of screen.getAllByRole('link')) {
    expect(link.querySelector('bdi')?.textContent).toBe(link.textContent);
  }
});

it.each([50, 300])('a refresh that changes one of %d doors renders one card', async (count) => {
  const { change, refresh } = await renderDoors(count);
  change(3, { grantType: 'shared' });
  await refresh();
  expect(rendered).toEqual(['/doors/u3']);
});

it.each([50, 300])('a refresh that changes none of %d doors renders no card', async (count) => {
  const { change, refresh } = await renderDoors(count);
  change(3, {});
  await refresh();
  expect(rendered).toEqual([]);
});

it.each([50, 300])('a clock tick renders none of %d cards while their text stays', async (count) => {
  await renderDoors(count);
  await pass(10 * MINUTE_MS);
  expect(rendered).toEqual([]);
});

it('a clock tick renders only the card whose text it changes', async () => {
  const { change, refresh } = await renderDoors(50);
  change(2, { expiresAt: NOON + 5 * MINUTE_MS });
  await refresh();
  rendered.length = 0;
  await pass(4 * MINUTE_MS);
  expect(rendered).toEqual([]);
  await pass(2 * MINUTE_MS);
  expect(rendered).toEqual(['/doors/u2']);
});

it('a refresh that fails during navigation shows nothing, and one on a page that stays shows a notice', async () => {
  const { failFromNow, refresh } = await renderDoors(50);
  failFromNow(() => dispatchEvent(new Event('beforeunload')));
  await refresh();
  await pass(1_000);
  expect(screen.queryByText('Your doors could not be loaded')).toBeNull();
  await pass(3_000);
  failFromNow(() => {});
  await refresh();
  expect(screen.getByText('Your doors could not be loaded')).toBeTruthy();
});

it.each([3, 300])('a door among %d that opens later shows when, in the facility’s time', async (count) => {
  const { change, refresh } = await renderDoors(count);
  // Noon in UTC is six in the morning in Denver.
  change(0, { hours: [{ start: 435, end: 1320, timeZone: 'America/Denver' }] });
  for (let index = 1; index < count; index++) change(index, { grant: { kind: 'denied', denial: { kind: 'vacant' } } });
  await refresh();
  expect(screen.getByText('Outside access hours · Opens at 7:15 AM')).toBeTruthy();
});
