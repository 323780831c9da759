import type { Page } from '@playwright/test';
import { goToDoor, openButton, people, signIn, status } from './support/steps.ts';
import { expect, test } from './support/test.ts';

/** The card of a door: the list item that holds a link of its name. */
function card(page: Page, name: string | RegExp) {
  return page.getByRole('listitem').filter({ has: page.getByRole('link', { name, exact: true }) });
}

test('doors stand by location, permitted first, each with its grant and its state', async ({ page, facility }) => {
  await signIn(page, facility, people.oneAccount);
  const denver = page.getByRole('region', { name: 'Denver North' });
  await expect(denver.getByRole('link', { name: /^[A-Z]/ }).filter({ hasNotText: 'Call' })).toHaveText([
    'Building B Door',
    'B204',
    'C101',
    'Main Gate',
  ]);
  await expect(page.getByRole('region', { name: 'Boulder' }).getByRole('listitem')).toHaveCount(1);
  await expect(card(page, 'B204')).toContainText('Your unit');
  await expect(card(page, 'B204')).toContainText('You may open this');
  await expect(card(page, 'C101')).toContainText('Payment due');
  await expect(card(page, 'A305')).toContainText('Shared with you');
  await expect(card(page, 'A305')).toContainText('No smart lock');
  await expect(card(page, 'Main Gate')).toContainText('Closed because of a unit');
  await expect(status(page)).toHaveText(/^As of \d+:\d\d [AP]M$/);
  await expect(page.getByRole('link', { name: 'Call +1 303 555 0150' })).toHaveAttribute('href', 'tel:+13035550150');
});

test('a unit past due says how much, since when, and where to pay; paying and a refresh open it', async ({
  page,
  facility,
}) => {
  await signIn(page, facility, people.oneAccount);
  await goToDoor(page, 'C101');
  await expect(page.getByText('Amount due: 150.00')).toBeVisible();
  await expect(page.getByText('Paid through January 10, 2026')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Pay now' })).toBeVisible();
  await expect(openButton(page, 'C101')).toHaveCount(0);
  await facility.unit('01HQ2345678901BCDEFGHJKMNPQRST', { balanceDue: 0 });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await openButton(page, 'C101').click();
  await expect(status(page)).toContainText('Opened at');
});

test('a unit without a smart lock is explained, not offered', async ({ page, facility }) => {
  await signIn(page, facility, people.oneAccount);
  await goToDoor(page, 'A305');
  await expect(page.getByRole('heading', { name: 'No smart lock on this unit' })).toBeVisible();
  await expect(openButton(page, 'A305')).toHaveCount(0);
});

test('a unit whose lock the answer does not name is explained, not offered', async ({ page, facility }) => {
  await facility.fault({ route: 'GET /api/v2/tenant/access', status: 200, times: 0, body: answer([unit({})]) });
  await signIn(page, facility, people.oneAccount);
  await goToDoor(page, 'Z9');
  await expect(page.getByRole('heading', { name: 'This unit has a smart lock that we cannot name' })).toBeVisible();
  await expect(openButton(page, 'Z9')).toHaveCount(0);
});

const denials: readonly (readonly [door: string, list: string, page: RegExp])[] = [
  ['S05 delinquent', 'Payment due · Amount due: 1,234.50', /Amount due: 1,234\.50/],
  ['S06 delinquent, no amounts', 'Payment due', /A payment is due/],
  ['S07 future move-in', 'Lease has not begun', /has not begun yet/],
  ['S08 blanket', 'Another unit is past due', /Another of your units here is past due/],
  ['S09 overlock', 'Locked by the facility', /put a hold/],
  ['S10 operator lockout', 'Locked by the operator', /operator has locked/],
  ['S11 vacant', 'Not rented', /not rented/],
  ['S12 auction', 'In auction', /auction process/],
  ['S13 unrentable', 'Out of service', /out of service/],
  ['S14 unknown state', 'No access now', /no access to this door right now/],
  ['S15 unknown reason', 'No access now', /no access to this door right now/],
  ['S18 closed now', 'No access now', /no access to this door right now/],
  ['Gate denied in zone', 'Closed because of a unit', /because of one of your units/],
  ['Gate not included', 'Not part of your access', /not part of your access/],
  ['Gate unknown reason', 'No access now', /no access to this door right now/],
];
test('every state and every reason is told in plain words, with what to do', async ({ page, facility }) => {
  await signIn(page, facility, people.everyState);
  for (const name of [
    'S01 active',
    'S02 PMS exempt',
    'S03 system exempt',
    'S04 shared',
    'S17 open all day',
    'S19 past midnight',
    'Gate open',
    'Gate past midnight',
  ]) {
    await expect(card(page, name)).toContainText('You may open this');
  }
  for (const [door, list] of denials) await expect(card(page, door)).toContainText(list);
  for (const [door, , words] of denials) {
    await goToDoor(page, door);
    await expect(page.getByText(words).first()).toBeVisible();
    await expect(openButton(page, door)).toHaveCount(0);
    await page.getByRole('link', { name: 'All doors' }).click();
  }
});

test('a gate closed for the hour opens for the full path of somebody inside the hours', async ({ page, facility }) => {
  await signIn(page, facility, people.everyState);
  await goToDoor(page, 'Gate past midnight');
  await openButton(page, 'Gate past midnight').click();
  await expect(status(page)).toContainText('Opened at');
  expect((await facility.openings()).map(({ kind }) => kind)).toEqual(['entry_point']);
});

test('the door that was opened last stands on top after that', async ({ page, facility }) => {
  await signIn(page, facility, people.oneAccount);
  await goToDoor(page, 'B204');
  await openButton(page, 'B204').click();
  await expect(status(page)).toContainText('Opened at');
  await page.getByRole('link', { name: 'All doors' }).click();
  await expect(page.getByRole('listitem').first()).toContainText('B204');
  await expect(page.getByRole('listitem').first()).toContainText('Last used');
});

test('hostile texts are text', async ({ page, facility }) => {
  await signIn(page, facility, people.hostile);
  await expect(page.getByRole('link', { name: '<script>document.title="owned"</script>', exact: true })).toBeVisible();
  for (const link of await page.getByRole('listitem').getByRole('link').all()) {
    const name = (await link.textContent()) ?? '';
    await link.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    expect(await page.title()).not.toBe('owned');
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `sideways scrolling at "${name.slice(0, 40)}"`).toBeLessThanOrEqual(0);
    await page.getByRole('link', { name: 'All doors' }).click();
  }
  expect(await page.locator('main img, main script, main b, main svg[onload]').count()).toBe(0);
});

test('nothing rented: an empty list that says what to do', async ({ page, facility }) => {
  await signIn(page, facility, people.nothing);
  await expect(page.getByRole('heading', { name: 'No doors yet' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Refresh' })).toBeVisible();
});

test('ten thousand doors: few in the document, all of them found', async ({ page, facility }) => {
  await signIn(page, facility, people.tenThousand);
  await expect(page.getByText('10,000 doors')).toBeVisible();
  await expect(page.getByRole('listitem').first()).toBeVisible();
  expect(await page.getByRole('listitem').count()).toBeLessThan(60);
  await expect(page.getByRole('listitem').first()).toHaveAttribute('aria-setsize', '250');
  await page.getByRole('searchbox', { name: 'Search doors' }).fill('17-203');
  await expect(page.getByText('1 of 10,000 doors')).toBeVisible();
  await goToDoor(page, '17-203');
  await openButton(page, '17-203').click();
  await expect(status(page)).toContainText('Opened at');
  await page.goBack();
  await expect(page.getByRole('searchbox', { name: 'Search doors' })).toBeVisible();
});

test('a search that finds nothing says so and keeps the word', async ({ page, facility }) => {
  await signIn(page, facility, people.everyState);
  const search = page.getByRole('searchbox', { name: 'Search doors' });
  await search.fill('zebra');
  await expect(page.getByText('No door matches. Try another word.')).toBeVisible();
  await expect(search).toHaveValue('zebra');
});

test('refresh by the button, by a pull, and after 30 seconds on return', async ({ page, facility }) => {
  await page.clock.install();
  await signIn(page, facility, people.oneAccount);
  await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
  const fetched = () => facility.count('GET', /tenant\/access/);
  expect(await fetched()).toBe(1);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect.poll(fetched).toBe(2);

  await page.evaluate(() => {
    const finger = (type: string, y: number) => {
      const touch = new Touch({ identifier: 1, target: document.body, clientX: 100, clientY: y });
      dispatchEvent(new TouchEvent(type, { touches: type === 'touchend' ? [] : [touch], bubbles: true }));
    };
    finger('touchstart', 100);
    finger('touchmove', 200);
    finger('touchmove', 300);
    finger('touchend', 300);
  });
  await expect.poll(fetched).toBe(3);

  // Fresh enough: coming back asks nobody.
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await page.clock.fastForward(31_000);
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await expect.poll(fetched).toBe(4);
  await page.clock.fastForward(31_000);
  await page.context().setOffline(true);
  await page.context().setOffline(false);
  await expect.poll(fetched).toBe(5);
});

test('an unknown state, a missing optional field and an extra field are still shown', async ({ page, facility }) => {
  const body = answer([
    unit({ state: 'tenant_levitating', access: false, extra: { deep: [1] } }),
    { unit_id: 'u2', unit_name: 'Y8', access: true },
  ]);
  await facility.fault({ route: 'GET /api/v2/tenant/access', status: 200, times: 0, body });
  await signIn(page, facility, people.oneAccount);
  await expect(card(page, 'Z9')).toContainText('No access now');
  await expect(card(page, 'Y8')).toContainText('You may open this');
  // An unknown location gets a plain heading.
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(2);
});

test('while the list is on its way the page says so, and takes its room', async ({ page, facility }) => {
  await facility.fault({ route: 'GET /api/v2/tenant/access', delayMs: 1500 });
  await signIn(page, facility, people.oneAccount);
  await expect(status(page)).toHaveText('Loading your doors…');
  await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
});

function unit(more: object) {
  return { unit_id: 'u1', unit_name: 'Z9', location_id: 'nowhere', access: true, has_unit_lock: true, ...more };
}

function answer(units: readonly object[]) {
  return { message: 'ok', data: { tenant_id: 't', synced_at: '2026-11-20T12:00:00Z', units, entry_points: [] } };
}
