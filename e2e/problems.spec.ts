import { rows, words } from './support/problem-rows.ts';
import { national, people, signIn } from './support/steps.ts';
import { expect, test } from './support/test.ts';

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
    await signIn(page, facility, people.oneAccount);
    await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
    await facility.fault({ route: 'GET /api/v2/tenant/access', times: 0, ...fault });
    await page.getByRole('button', { name: 'Refresh' }).click();
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
  await facility.fault({ route: 'GET /api/v2/tenant/access', status: 500, body: words, times: 0 });
  await signIn(page, facility, people.oneAccount);
  await expect(page.getByRole('heading', { name: 'Your doors could not be loaded' })).toBeVisible();
  await facility.healFaults();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
});

test('a read that fails is tried again by itself, as often as a fresh budget allows', async ({ page, facility }) => {
  await facility.fault({ route: 'GET /api/v2/tenant/access', status: 503, body: words, times: 0 });
  await signIn(page, facility, people.oneAccount);
  await expect(page.getByRole('heading', { name: 'Your doors could not be loaded' })).toBeVisible();
  expect(await facility.count('GET', /tenant\/access/)).toBe(3);
});
