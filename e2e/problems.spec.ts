import type { Page } from '@playwright/test';
import type { Fault } from './support/facility.ts';
import { goToDoor, national, openButton, people, signIn, status } from './support/steps.ts';
import { expect, test } from './support/test.ts';

/*
 * Each row of the problem table in each of the four places that send something. What the person reads comes from the
 * kind; the server's wording here says nothing on purpose.
 */
type Row = { readonly kind: string; readonly fault: Omit<Fault, 'route'> };

const words = { message: 'Wibble.' };
const rows: readonly Row[] = [
  { kind: '401', fault: { status: 401, body: words } },
  { kind: '403', fault: { status: 403, body: words } },
  { kind: '404', fault: { status: 404, body: words } },
  { kind: '409', fault: { status: 409, body: words } },
  { kind: '422', fault: { status: 422, body: words } },
  { kind: '429', fault: { status: 429, body: words, headers: { 'Retry-After': '60' } } },
  { kind: '400', fault: { status: 400, body: words } },
  { kind: '418', fault: { status: 418, body: words } },
  { kind: '408', fault: { status: 408, body: words } },
  { kind: '500', fault: { status: 500, body: words } },
  { kind: '503 with a page', fault: { status: 503, body: '<h1>Busy</h1>', headers: { 'Content-Type': 'text/html' } } },
  { kind: '501', fault: { status: 501, body: words } },
  { kind: 'a cut connection', fault: { drop: 'before' } },
  {
    kind: 'a nonsense 200',
    fault: { status: 200, body: '<html>free wifi</html>', headers: { 'Content-Type': 'text/html' } },
  },
  { kind: 'a 200 of the wrong shape', fault: { status: 200, body: { data: 7 } } },
];

const trouble = /trouble right now/;
const nonsense = /made no sense/;
const notYours = /not your fault/;

const onSignIn: Readonly<Record<string, RegExp>> = {
  '401': /sign in again/i,
  '403': /do not have access/,
  '404': /no longer there/,
  '409': /clashed/,
  '422': /No tenant has this phone number/,
  '429': /Too many codes/,
  '400': notYours,
  '418': notYours,
  '408': trouble,
  '500': trouble,
  '503 with a page': trouble,
  '501': /not available here/,
  'a cut connection': /No connection to the server/,
};

for (const { kind, fault } of rows) {
  const expected = onSignIn[kind];
  // The contract gives this call nothing but a status to go by, so a good one is good.
  if (!expected) continue;
  test(`${kind} on sign-in: said in place, with the number kept`, async ({ page, facility }) => {
    await facility.fault({ route: 'POST /api/v2/auth/phone', times: 0, ...fault });
    await page.goto('/sign-in');
    const field = page.getByRole('textbox', { name: 'Phone number' });
    await field.fill(national(people.oneAccount));
    await page.getByRole('button', { name: 'Send code' }).click();
    await expect(field).toHaveAccessibleDescription(expected);
    await expect(field).toHaveValue('(303) 555-0101');
    await expect(page).toHaveURL(/\/sign-in$/);
    await expect(page.getByRole('button', { name: 'Send code' })).toBeEnabled({ enabled: kind !== '429' });
  });
}

const onCode: Readonly<Record<string, RegExp>> = {
  ...onSignIn,
  '422': /wrong or has expired/,
  '429': /Too many attempts/,
  'a nonsense 200': nonsense,
  'a 200 of the wrong shape': nonsense,
};

for (const { kind, fault } of rows) {
  const expected = onCode[kind] ?? nonsense;
  test(`${kind} on the code: said in place, with the code kept`, async ({ page, facility }) => {
    await page.goto('/sign-in');
    await page.getByRole('textbox', { name: 'Phone number' }).fill(national(people.oneAccount));
    await page.getByRole('button', { name: 'Send code' }).click();
    const field = page.getByRole('textbox', { name: 'Verification code' });
    await expect(field).toBeVisible();
    await facility.fault({ route: 'POST /api/v2/auth/verify-otp', times: 0, ...fault });
    await field.fill('123456');
    await expect(field).toHaveAccessibleDescription(expected);
    await expect(field).toHaveValue('123456');
    await expect(page).toHaveURL(/\/sign-in\/code$/);
  });
}

const onList: Readonly<Record<string, RegExp>> = {
  '403': /do not have access/,
  '404': /no longer there/,
  '409': /clashed/,
  '422': /did not accept/,
  '429': /Too many attempts/,
  '400': notYours,
  '418': notYours,
  '408': trouble,
  '500': trouble,
  '503 with a page': trouble,
  '501': /not available here/,
  'a cut connection': /No connection to the server/,
};

for (const { kind, fault } of rows.filter((row) => row.kind !== '401')) {
  const expected = onList[kind] ?? nonsense;
  test(`${kind} on a refresh of the list: said above it, and the last good list stays`, async ({ page, facility }) => {
    await page.clock.install();
    await signIn(page, facility, people.oneAccount);
    await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
    await facility.fault({ route: 'GET /api/v2/tenant/access', times: 0, ...fault });
    await page.getByRole('button', { name: 'Refresh' }).click();
    await throughRetries(page);
    await expect(page.getByText(expected).first()).toBeVisible();
    await expect(page.getByText('Showing the last list we could load.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
  });
}

test('401 on the list ends the session, and signing in leads back', async ({ page, facility }) => {
  await signIn(page, facility, people.oneAccount);
  await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
  await facility.fault({ route: 'GET /api/v2/tenant/access', status: 401, body: words });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await expect(page.getByText('You were signed out.')).toBeVisible();
});

test('without any list the trouble stands in its place, with a way to try again', async ({ page, facility }) => {
  await page.clock.install();
  await facility.fault({ route: 'GET /api/v2/tenant/access', status: 500, body: words, times: 0 });
  await signIn(page, facility, people.oneAccount);
  await throughRetries(page);
  await expect(page.getByRole('heading', { name: 'Your doors could not be loaded' })).toBeVisible();
  await facility.healFaults();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
});

test('a read that fails is tried again by itself, four times at most', async ({ page, facility }) => {
  await page.clock.install();
  await facility.fault({ route: 'GET /api/v2/tenant/access', status: 503, body: words, times: 0 });
  await signIn(page, facility, people.oneAccount);
  await throughRetries(page);
  await expect(page.getByRole('heading', { name: 'Your doors could not be loaded' })).toBeVisible();
  expect(await facility.count('GET', /tenant\/access/)).toBe(4);
});

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
  const answer = page.waitForResponse('**/tenant/access');
  await page.reload();
  const body = (await (await answer).json()) as { data: { units: { unit_name: string; lock_id: string }[] } };
  await goToDoor(page, 'B204');
  await facility.deleteLock(body.data.units.find((unit) => unit.unit_name === 'B204')?.lock_id ?? '');
  await openButton(page, 'B204').click();
  await expect(page.getByText('Lock not found')).toBeVisible();
  await expect(page).toHaveURL(/\/doors$/);
});

/** What becomes of the report of an opening when the log answers like this. */
const onReport: Readonly<Record<string, RegExp>> = {
  '403': /Report refused/,
  '404': /Report refused/,
  '409': /Report refused/,
  '422': /Report refused/,
  '429': /Report waiting/,
  '400': /Report refused/,
  '418': /Report refused/,
  '408': /Report waiting/,
  '500': /Report waiting/,
  '503 with a page': /Report waiting/,
  '501': /Report refused/,
  'a cut connection': /Report waiting/,
  'a nonsense 200': /Report waiting/,
};

for (const { kind, fault } of rows.filter((row) => onReport[row.kind])) {
  test(`${kind} on a report: ${onReport[kind]?.source}, and the opening stands`, async ({ page, facility }) => {
    await signIn(page, facility, people.oneAccount);
    await goToDoor(page, 'B204');
    await facility.fault({ route: 'POST /api/v2/locks/:id/logs', times: 0, ...fault });
    await openButton(page, 'B204').click();
    await expect(status(page)).toContainText('Opened at');
    await page.getByRole('link', { name: 'Activity' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: 'B204' })).toContainText(onReport[kind] ?? /never/);
    await expect.poll(() => facility.count('POST', /logs$/)).toBeGreaterThan(0);
  });
}

test('401 on a report ends the session; the report leaves after signing in again', async ({ page, facility }) => {
  await signIn(page, facility, people.oneAccount);
  await goToDoor(page, 'B204');
  await facility.fault({ route: 'POST /api/v2/locks/:id/logs', status: 401, body: words });
  await openButton(page, 'B204').click();
  await expect(page).toHaveURL(/\/sign-in$/);
  expect(await facility.openings()).toHaveLength(1);
  await page.getByRole('button', { name: 'Send code' }).click();
  await page.getByRole('textbox', { name: 'Verification code' }).fill(await facility.code(people.oneAccount));
  await expect(page.getByRole('heading', { level: 1, name: 'B204' })).toBeVisible();
  await expect.poll(async () => (await facility.reports()).map(({ key }) => key)).toEqual(['lock.open_successful']);
  expect(await facility.openings()).toHaveLength(1);
});

/** Past every pause between the tries of a read. */
async function throughRetries(page: Page): Promise<void> {
  for (let pause = 0; pause < 6; pause++) {
    await page.waitForLoadState('networkidle');
    await page.clock.runFor(5_000);
  }
}
