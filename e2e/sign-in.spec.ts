import { askForCode, enterCode, national, people, signIn, signInAgain } from './support/steps.ts';
import { expect, test } from './support/test.ts';

test('a tenant signs in with phone number and code and sees the doors', async ({ page, facility }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Country' })).toHaveValue('US');
  await askForCode(page, people.oneAccount);
  await expect(page).toHaveURL(/\/sign-in\/code$/);
  await enterCode(page, await facility.code(people.oneAccount));
  await expect(page).toHaveURL(/\/doors$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Your doors' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
});

test('the number is formatted as it is typed, and sent in the two parts of the contract', async ({ page }) => {
  await page.goto('/sign-in');
  const field = page.getByRole('textbox', { name: 'Phone number' });
  await field.pressSequentially('3035550101');
  await expect(field).toHaveValue('(303) 555-0101');
  const request = page.waitForRequest('**/auth/phone');
  await page.getByRole('button', { name: 'Send code' }).click();
  expect((await request).postDataJSON()).toEqual({ country_code: '1', phone_number: '3035550101' });
});

const understood: readonly (readonly [typed: string, country: string, e164: string])[] = [
  ['303-555-0101', 'US', '1 3035550101'],
  ['+1 303 555 0101', 'DE', '1 3035550101'],
  ['1 (303) 555-0101', 'US', '1 3035550101'],
  ['tel:+1-303-555-0101', 'US', '1 3035550101'],
  ['Call me: (303) 555-0101.', 'US', '1 3035550101'],
  ['+44 20 7946 0958', 'US', '44 2079460958'],
  ['020 7946 0958', 'GB', '44 2079460958'],
  ['0049 30 901820', 'US', '49 30901820'],
  ['55 1234 5678', 'MX', '52 5512345678'],
];
for (const [typed, country, e164] of understood) {
  test(`"${typed}" with ${country} picked is understood as ${e164}`, async ({ page }) => {
    await page.goto('/sign-in');
    await page.getByRole('combobox', { name: 'Country' }).selectOption(country);
    await page.getByRole('textbox', { name: 'Phone number' }).fill(typed);
    const request = page.waitForRequest('**/auth/phone');
    await page.getByRole('button', { name: 'Send code' }).click();
    const body = (await request).postDataJSON() as { country_code: string; phone_number: string };
    expect(`${body.country_code} ${body.phone_number}`).toBe(e164);
  });
}

/** Without what formatting adds. */
const bare = (text: string) => text.replace(/[\s()-]/g, '');

const refused: readonly (readonly [typed: string, words: RegExp])[] = [
  ['', /Enter your phone number/],
  ['303 abc 0101', /digits only/],
  ['303 555', /too short for United States/],
  ['303 555 0101 23456', /too long for United States/],
  ['<script>alert(1)</script>', /digits only/],
  ['¯\\_(ツ)_/¯', /digits only/],
];
for (const [typed, words] of refused) {
  test(`"${typed}" gets a message, sends nothing and stays in the field`, async ({ page, facility }) => {
    await page.goto('/sign-in');
    const field = page.getByRole('textbox', { name: 'Phone number' });
    await field.fill(typed);
    await page.getByRole('button', { name: 'Send code' }).click();
    await expect(field).toHaveAccessibleDescription(words);
    await expect(field).toBeFocused();
    expect(bare(await field.inputValue())).toBe(bare(typed));
    expect(await facility.count('POST', /auth/)).toBe(0);
  });
}

test('a number that nobody here has is told so in place, and stays', async ({ page }) => {
  await page.goto('/sign-in');
  const field = page.getByRole('textbox', { name: 'Phone number' });
  await field.fill(national(people.unknown));
  await page.getByRole('button', { name: 'Send code' }).click();
  await expect(field).toHaveAccessibleDescription(/No tenant has this phone number/);
  await expect(page.getByText('A tenant with the submitted phone number does not exist.')).toBeVisible();
  await expect(field).toHaveValue('(303) 555-0199');
});

test('reload and back at every step lose nothing but the code', async ({ page, facility }) => {
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: 'Phone number' }).fill(national(people.twoAccounts));
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Phone number' })).toHaveValue(/303\D*555\D*0102/);
  await page.getByRole('button', { name: 'Send code' }).click();
  const code = page.getByRole('textbox', { name: 'Verification code' });
  await expect(code).toBeVisible();
  await page.reload();
  await expect(page.getByText('+13035550102')).toBeVisible();

  await page.goBack();
  await expect(page.getByRole('textbox', { name: 'Phone number' })).toHaveValue(/303\D*555\D*0102/);
  await page.goForward();
  await enterCode(page, await facility.code(people.twoAccounts));
  await expect(page.getByRole('heading', { level: 1, name: 'Choose an account' })).toBeVisible();

  await page.reload();
  await expect(page).toHaveURL(/\/sign-in\/code$/);
  await expect(page.getByText('The page was reloaded.')).toBeVisible();
  await expect(code).toHaveValue('');
  await enterCode(page, await facility.code(people.twoAccounts));
  await page.goBack();
  await expect(code).toBeVisible();
});

test('the code is never stored on the device', async ({ page, facility }) => {
  await page.goto('/');
  await askForCode(page, people.twoAccounts);
  const code = await facility.code(people.twoAccounts);
  await enterCode(page, code);
  await expect(page.getByRole('heading', { name: 'Choose an account' })).toBeVisible();
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(stored).not.toContain(code);
});

test('with several accounts the choice is by location and company, and each has its own doors', async ({
  page,
  facility,
}) => {
  await page.goto('/');
  await askForCode(page, people.twoAccounts);
  await enterCode(page, await facility.code(people.twoAccounts));
  await expect(page.getByRole('heading', { name: 'Choose an account' })).toBeVisible();
  const accounts = page.getByRole('main').getByRole('listitem');
  await expect(accounts).toHaveCount(2);
  const names = await accounts.getByRole('button').allInnerTexts();
  await accounts.getByRole('button').first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your doors' })).toBeVisible();
  const doors = await page.getByRole('main').getByRole('link').allInnerTexts();

  await page.getByRole('button', { name: 'Switch account' }).click();
  await expect(page.getByRole('textbox', { name: 'Phone number' })).toHaveValue(/303\D*555\D*0102/);
  await signInAgain(page, facility, people.twoAccounts);
  await page.getByRole('button', { name: names[1]?.split('\n')[0] ?? 'missing' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your doors' })).toBeVisible();
  expect(await page.getByRole('main').getByRole('link').allInnerTexts()).not.toEqual(doors);
});

test('a code that ran out while an account was being chosen leads back to the code, with the number kept', async ({
  page,
  facility,
}) => {
  await page.goto('/');
  await askForCode(page, people.twoAccounts);
  await enterCode(page, await facility.code(people.twoAccounts));
  await expect(page.getByRole('heading', { name: 'Choose an account' })).toBeVisible();
  await facility.advance(301);
  await page.getByRole('main').getByRole('listitem').getByRole('button').first().click();
  await expect(page).toHaveURL(/\/sign-in\/code$/);
  await expect(page.getByText(/wrong or has expired/)).toBeVisible();
});

test('without a code there is nothing to enter: the later steps lead to the first', async ({ page }) => {
  for (const step of ['/sign-in/code', '/sign-in/account', '/sign-in/elsewhere']) {
    await page.goto(step);
    await expect(page).toHaveURL(/\/sign-in$/);
  }
});

test('who is signed in is not asked again, and back does not lead into the sign-in', async ({ page, facility }) => {
  await signIn(page, facility, people.oneAccount);
  await page.reload();
  await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
  await page.goto('/sign-in');
  await expect(page).toHaveURL(/\/doors$/);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Your doors' })).toBeVisible();
});

test('keyboard alone signs in', async ({ page, facility }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: 'Country' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('3035550101');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Verification code' })).toBeFocused();
  await page.keyboard.type(await facility.code(people.oneAccount));
  await expect(page.getByRole('heading', { name: 'Your doors' })).toBeFocused();
});
