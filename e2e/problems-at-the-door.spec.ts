import type { Page, Request } from '@playwright/test';
import type { FacilityControl } from './support/facility.ts';
import { rows, words } from './support/problem-rows.ts';
import { goToDoor, openButton, people, signIn, signInAgain, status } from './support/steps.ts';
import { expect, test } from './support/test.ts';

/** Law 5: what each answer to a command without an `outcome` means. */
const onOpen: Readonly<Record<string, RegExp>> = {
  '403': /Access denied/,
  '409': /The door did not open/,
  '422': /The door did not open/,
  '429': /Not sent: too many attempts/,
  '400': /The door did not open/,
  '418': /The door did not open/,
  '408': /could not confirm/,
  '500': /could not confirm/,
  '503 with a page': /could not confirm/,
  '501': /remote opening is not available/,
  'a cut connection': /could not confirm/,
  'a nonsense 200': /could not confirm/,
  'a 200 of the wrong shape': /could not confirm/,
};

for (const { kind, fault } of rows.filter((row) => onOpen[row.kind])) {
  test(`${kind} on opening: ${onOpen[kind]?.source}`, async ({ page, facility }) => {
    await signIn(page, facility, people.oneAccount);
    await goToDoor(page, 'B204');
    await facility.fault({ route: 'POST /gateway/locks/:id/open', times: 0, ...fault });
    await openButton(page, 'B204').click();
    await expect(status(page)).toHaveText(onOpen[kind] ?? /never/);
    expect(await facility.openings()).toEqual([]);
  });
}

test('404 on opening a lock: a toast, a fresh list, and nothing opened', async ({ page, facility }) => {
  await signIn(page, facility, people.oneAccount);
  await goToDoor(page, 'B204');
  const before = await facility.count('GET', /tenant\/access/);
  await facility.fault({ route: 'POST /gateway/locks/:id/open', status: 404, body: words });
  await openButton(page, 'B204').click();
  await expect(page.getByText('Lock not found')).toBeVisible();
  await expect(page).toHaveURL(/\/doors$/);
  await expect.poll(() => facility.count('GET', /tenant\/access/)).toBeGreaterThan(before);
});

test('404 on opening an entry point names the entry point', async ({ page, facility }) => {
  await signIn(page, facility, people.oneAccount);
  await goToDoor(page, 'Building B Door');
  await facility.fault({ route: 'POST /gateway/entry-points/:id/open', status: 404, body: words });
  await openButton(page, 'Building B Door').click();
  await expect(page.getByText('Entry point not found')).toBeVisible();
});

test('a lock that was deleted gets the toast on opening', async ({ page, facility }) => {
  await signIn(page, facility, people.oneAccount);
  await goToDoor(page, 'B204');
  await facility.deleteLock(await facility.lockOf('B204'));
  await openButton(page, 'B204').click();
  await expect(page.getByText('Lock not found')).toBeVisible();
  await expect(page).toHaveURL(/\/doors$/);
});

const WAITING = /Report waiting/;
/** What becomes of the report of an opening when the log answers like this. */
const onReport: Readonly<Record<string, RegExp>> = {
  '403': /Report refused/,
  '404': /Report refused/,
  '409': /Report refused/,
  '422': /Report refused/,
  '429': WAITING,
  '400': /Report refused/,
  '418': /Report refused/,
  '408': WAITING,
  '500': WAITING,
  '503 with a page': WAITING,
  '501': /Report refused/,
  'a cut connection': WAITING,
  'a nonsense 200': WAITING,
};

for (const { kind, fault } of rows.filter((row) => onReport[row.kind])) {
  const fate = onReport[kind] ?? /never/;
  test(`${kind} on a report: ${fate.source}, and the opening stands`, async ({ page, facility }) => {
    await page.clock.install();
    const tries = countReports(page);
    await signIn(page, facility, people.oneAccount);
    await goToDoor(page, 'B204');
    await facility.fault({ route: 'POST /api/v2/locks/:id/logs', times: 0, ...fault });
    await openButton(page, 'B204').click();
    await expect(status(page)).toContainText('Opened at');
    await page.getByRole('link', { name: 'Activity' }).click();
    if (fate === WAITING) await comesAgain(page, facility, tries);
    await expect(page.getByRole('listitem').filter({ hasText: 'B204' })).toContainText(fate);
  });
}

type Tries = { begun: number; over: number };

/** Counts the times that the page sends a report, and those that have come to an end. */
function countReports(page: Page): Tries {
  const tries = { begun: 0, over: 0 };
  const isReport = (request: Request) => request.method() === 'POST' && request.url().endsWith('/logs');
  page.on('request', (request) => isReport(request) && tries.begun++);
  page.on('requestfinished', (request) => isReport(request) && tries.over++);
  page.on('requestfailed', (request) => isReport(request) && tries.over++);
  return tries;
}

/** "Report waiting" stands there from the start: only a second try shows that it waits after the first one failed, too. */
async function comesAgain(page: Page, facility: FacilityControl, tries: Tries): Promise<void> {
  await expect
    .poll(async () => {
      // Not while one is on its way: it would run into its deadline.
      if (tries.begun === 0 || tries.over < tries.begun) return tries.begun;
      await facility.advance(61);
      await page.clock.fastForward(61_000);
      return tries.begun;
    })
    .toBeGreaterThan(1);
}

test('401 on a report ends the session; the report leaves after signing in again', async ({ page, facility }) => {
  await signIn(page, facility, people.oneAccount);
  await goToDoor(page, 'B204');
  await facility.fault({ route: 'POST /api/v2/locks/:id/logs', status: 401, body: words });
  await openButton(page, 'B204').click();
  await expect(page).toHaveURL(/\/sign-in$/);
  expect(await facility.openings()).toHaveLength(1);
  await signInAgain(page, facility, people.oneAccount);
  await expect(page.getByRole('heading', { level: 1, name: 'B204' })).toBeVisible();
  await expect.poll(async () => (await facility.reports()).map(({ key }) => key)).toEqual(['lock.open_successful']);
  expect(await facility.openings()).toHaveLength(1);
});
