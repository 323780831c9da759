import type { Page } from '@playwright/test';
import { press, type } from './support/input-driver.ts';
import { languageOfTest, messagePattern, messages } from './support/messages.ts';
import { expectNoHorizontalOverflow } from './support/overflow.ts';
import { goToDoor, goToDoors, openButton, phones, signIn, status } from './support/steps.ts';
import { expect, test } from './support/test.ts';

/** The card of a door: the list item with a link of that name. */
function card(page: Page, name: string | RegExp) {
  return page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) });
}

test('groups doors by location, entry points before units, each with its kind and its state', {
  tag: '@all-projects',
}, async ({ page, facility }) => {
  const { denials, doors } = messages();
  const answered = page.waitForResponse('**/tenant/access');
  await signIn(page, facility, phones.oneAccount);
  const inDenver = page.getByRole('region', { name: 'Denver North' }).getByRole('listitem').getByRole('link');
  await expect(inDenver).toHaveText(['Building B Door', 'Main Gate', 'B204', 'C101']);
  await expect(page.getByRole('region', { name: 'Boulder' }).getByRole('listitem')).toHaveCount(1);
  await expect(card(page, 'Main Gate')).toContainText(doors.kinds.sharedDoor);
  await expect(card(page, 'B204')).toContainText(doors.kinds.primary);
  await expect(card(page, 'B204')).toContainText(doors.permitted);
  await expect(card(page, 'C101')).toContainText(denials['payment-due'].short);
  await expect(card(page, 'A305')).toContainText(doors.kinds.shared);
  await expect(card(page, 'A305')).toContainText(doors.noLock);
  await expect(card(page, 'Main Gate')).toContainText(denials['because-of-unit'].short);
  const { data } = (await (await answered).json()) as { data: { synced_at: string } };
  const timeZone = test.info().project.use.timezoneId ?? 'UTC';
  const time = dateTime(data.synced_at, { hour: 'numeric', minute: '2-digit', timeZone });
  await expect(status(page)).toHaveText(doors.asOf({ time }));
  const call = page.getByRole('link', { name: doors.callLocation({ number: '+1 303 555 0150' }), exact: true });
  await expect(call).toHaveAttribute('href', 'tel:+13035550150');
});

test('shows the amount due, the date and the payment link of a unit past due, and opens it after payment and a refresh', {
  tag: '@all-projects',
}, async ({ page, facility }) => {
  await signIn(page, facility, phones.oneAccount);
  await goToDoor(page, 'C101');
  const { denials } = messages();
  await expect(page.getByText(denials.amountDue({ due: amount(150) }), { exact: true })).toBeVisible();
  const date = dateTime('2026-01-10', { dateStyle: 'long', timeZone: 'UTC' });
  await expect(page.getByText(denials.paidThrough({ date }), { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: denials.pay })).toBeVisible();
  await expect(openButton(page, 'C101')).toHaveCount(0);
  await facility.unit('01HQ2345678901BCDEFGHJKMNPQRST', { balanceDue: 0 });
  await press(page.getByRole('button', { name: messages().doors.refresh }));
  await press(openButton(page, 'C101'));
  await expect(status(page)).toContainText(messagePattern('unlock.states.opened'));
});

test('explains a unit without a smart lock and shows no Open button', async ({ page, facility }) => {
  await signIn(page, facility, phones.oneAccount);
  await goToDoor(page, 'A305');
  await expect(page.getByRole('heading', { name: messages().unlock.noLock.title })).toBeVisible();
  await expect(openButton(page, 'A305')).toHaveCount(0);
});

test('explains a unit without a lock id and shows no Open button', async ({ page, facility }) => {
  await facility.fault({ route: 'GET /api/v2/tenant/access', status: 200, times: 0, body: answer([unit({})]) });
  await signIn(page, facility, phones.oneAccount);
  await goToDoor(page, 'Z9');
  await expect(page.getByRole('heading', { name: messages().unlock.lockUnknown.title })).toBeVisible();
  await expect(openButton(page, 'Z9')).toHaveCount(0);
});

const openByState = ['S01 active', 'S02 PMS exempt', 'S03 system exempt', 'S04 shared', 'Gate open'];
const openByHours = ['S17 open all day', 'S19 past midnight', 'Gate past midnight'];
const closed = [
  ['S05 delinquent', 'payment-due', 1234.5],
  ['S06 delinquent, no amounts', 'payment-due'],
  ['S07 future move-in', 'not-started'],
  ['S08 blanket', 'other-unit-past-due'],
  ['S09 overlock', 'overlock'],
  ['S10 operator lockout', 'operator-lockout'],
  ['S11 vacant', 'vacant'],
  ['S12 auction', 'auction'],
  ['S13 unrentable', 'out-of-service'],
  ['S14 unknown state', 'other'],
  ['S15 unknown reason', 'other'],
  ['S18 closed now', 'other'],
  ['Gate denied in zone', 'because-of-unit'],
  ['Gate not included', 'not-included'],
  ['Gate unknown reason', 'other'],
] as const;
test('shows every state and every denial reason in the list', { tag: '@all-projects' }, async ({ page, facility }) => {
  await signIn(page, facility, phones.everyState);
  const { denials, doors } = messages();
  for (const name of [...openByState, ...openByHours]) await expect(card(page, name)).toContainText(doors.permitted);
  for (const [door, kind, due] of closed) {
    await expect(card(page, door)).toContainText([denials[kind].short, ...factsOf(due)].join(' · '));
  }
});

// In parts, because reaching each door by keyboard takes many tab stops.
for (const part of [closed.slice(0, 5), closed.slice(5, 10), closed.slice(10)]) {
  const names = part.map(([door]) => door).join('; ');
  test(`explains on the door's page why it is closed and what to do: ${names}`, { tag: '@all-projects' }, async ({
    page,
    facility,
  }) => {
    await signIn(page, facility, phones.everyState);
    for (const [door, kind, due] of part) {
      await goToDoor(page, door);
      const { long, next } = messages().denials[kind];
      const exactText = (text: string) => page.getByText(text, { exact: true });
      for (const each of [long, ...factsOf(due), next]) await expect(exactText(each)).toBeVisible();
      await expect(openButton(page, door)).toHaveCount(0);
      await goToDoors(page);
    }
  });
}

function factsOf(due: number | undefined): string[] {
  return due === undefined ? [] : [messages().denials.amountDue({ due: amount(due) })];
}

test('opens a gate whose hours go past midnight', async ({ page, facility }) => {
  await signIn(page, facility, phones.everyState);
  await goToDoor(page, 'Gate past midnight');
  await press(openButton(page, 'Gate past midnight'));
  await expect(status(page)).toContainText(messagePattern('unlock.states.opened'));
  expect((await facility.openings()).map(({ kind }) => kind)).toEqual(['entry_point']);
});

test('lists the most recently opened door first', async ({ page, facility }) => {
  await signIn(page, facility, phones.oneAccount);
  await goToDoor(page, 'B204');
  await press(openButton(page, 'B204'));
  await expect(status(page)).toContainText(messagePattern('unlock.states.opened'));
  await goToDoors(page);
  // A press does not move the card under the finger.
  await expect(page.getByRole('listitem').first()).not.toContainText('B204');
  await page.reload();
  await expect(page.getByRole('listitem').first()).toContainText('B204');
  await expect(page.getByRole('listitem').first()).toContainText(messages().doors.lastUsed);
});

test('renders markup in names as text', { tag: '@all-projects' }, async ({ page, facility }) => {
  await signIn(page, facility, phones.hostile);
  await expect(page.getByRole('link', { name: '<script>document.title="owned"</script>', exact: true })).toBeVisible();
  for (const link of await page.getByRole('listitem').getByRole('link').all()) {
    const name = (await link.textContent()) ?? '';
    await press(link);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    expect(await page.title()).not.toBe('owned');
    await expectNoHorizontalOverflow(page);
    await goToDoors(page);
  }
  expect(await page.locator('main img, main script, main b, main svg[onload]').count()).toBe(0);
});

test('explains an empty list', { tag: '@all-projects' }, async ({ page, facility }) => {
  await signIn(page, facility, phones.nothing);
  await expect(page.getByRole('heading', { name: messages().doors.emptyTitle })).toBeVisible();
  await expect(page.getByRole('button', { name: messages().doors.refresh })).toBeVisible();
});

test('renders few of ten thousand doors and finds all of them', { tag: '@all-projects' }, async ({
  page,
  facility,
}) => {
  await signIn(page, facility, phones.tenThousand);
  const search = page.getByRole('searchbox', { name: messages().doors.search });
  await expect(page.getByText(messages().doors.count({ count: 10_000 }), { exact: true })).toBeVisible();
  await expect(page.getByRole('listitem').first()).toBeVisible();
  expect(await page.getByRole('listitem').count()).toBeLessThan(60);
  await expect(page.getByRole('listitem').first()).toHaveAttribute('aria-setsize', '250');
  await type(search, '17-203');
  await expect(page.getByText(messages().doors.found({ count: 1, total: 10_000 }), { exact: true })).toBeVisible();
  await goToDoor(page, '17-203');
  await press(openButton(page, '17-203'));
  await expect(status(page)).toContainText(messagePattern('unlock.states.opened'));
  await page.goBack();
  await expect(search).toBeVisible();
});

test('reports a search without results and keeps the query', { tag: '@all-projects' }, async ({ page, facility }) => {
  await signIn(page, facility, phones.everyState);
  const search = page.getByRole('searchbox', { name: messages().doors.search });
  await type(search, 'zebra');
  await expect(page.getByText(messages().doors.found({ count: 0, total: 26 }), { exact: true })).toBeVisible();
  await expect(search).toHaveValue('zebra');
});

test('refreshes by button, by pull, and on return after 30 seconds', async ({ page, facility }) => {
  await page.clock.install();
  await signIn(page, facility, phones.oneAccount);
  await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
  const expectFetches = async (count: number) => {
    await expect.poll(() => facility.count('GET', /tenant\/access/)).toBe(count);
    await expect(page.getByText(messages().doors.refreshing)).toHaveCount(0);
  };
  await expectFetches(1);
  await press(page.getByRole('button', { name: messages().doors.refresh }));
  await expectFetches(2);
  await page.evaluate(() => {
    const touch = (type: string, y: number) => {
      const point = new Touch({ identifier: 1, target: document.body, clientX: 100, clientY: y });
      dispatchEvent(new TouchEvent(type, { touches: type === 'touchend' ? [] : [point], bubbles: true }));
    };
    scrollTo(0, 0); // A pull starts at the top of the page; large text may have scrolled it.
    touch('touchstart', 100);
    touch('touchmove', 200);
    touch('touchmove', 300);
    touch('touchend', 300);
  });
  await expectFetches(3);
  // The list is younger than 30 seconds: no request.
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await page.clock.fastForward(31_000);
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await expectFetches(4);
  await page.clock.fastForward(31_000);
  for (const isOffline of [true, false]) await page.context().setOffline(isOffline);
  await expectFetches(5);
});

test('shows doors with an unknown state, a missing optional field or an extra field', async ({ page, facility }) => {
  const body = answer([
    unit({ state: 'tenant_levitating', access: false, extra: { deep: [1] } }),
    { unit_id: 'u2', unit_name: 'Y8', access: true },
  ]);
  await facility.fault({ route: 'GET /api/v2/tenant/access', status: 200, times: 0, body });
  await signIn(page, facility, phones.oneAccount);
  await expect(card(page, 'Z9')).toContainText(messages().denials.other.short);
  await expect(card(page, 'Y8')).toContainText(messages().doors.permitted);
  // An unknown location gets a generic heading.
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(2);
});

test('announces that the list is loading', async ({ page, facility }) => {
  await facility.fault({ route: 'GET /api/v2/tenant/access', delayMs: 1500 });
  await signIn(page, facility, phones.oneAccount);
  await expect(status(page)).toHaveText(messages().doors.loading);
  await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
});

function dateTime(at: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(tag(), options).format(Date.parse(at));
}

function amount(value: number): string {
  return new Intl.NumberFormat(tag(), { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
}

/** The BCP 47 tag that the app formats with: the browser's, with the digits of the base language. */
function tag(): string {
  const { numberingSystem } = new Intl.NumberFormat(languageOfTest()).resolvedOptions();
  return new Intl.Locale(test.info().project.use.locale ?? 'en', { numberingSystem }).toString();
}

function unit(more: object) {
  return { unit_id: 'u1', unit_name: 'Z9', location_id: 'nowhere', access: true, has_unit_lock: true, ...more };
}

function answer(units: readonly object[]) {
  return { message: 'ok', data: { tenant_id: 't', synced_at: '2026-11-20T12:00:00Z', units, entry_points: [] } };
}
