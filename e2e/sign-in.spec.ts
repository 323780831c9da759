import type { Page } from '@playwright/test';
import { press, tabTo, type } from './support/input-driver.ts';
import { messages, type SignedInMessages } from './support/messages.ts';
import {
  askForCode,
  codeField,
  enterCode,
  national,
  phoneField,
  phones,
  sendButton,
  signInAgain,
  signInThroughScreens,
  switchAccount,
} from './support/steps.ts';
import { expect, type ProjectOptions, test } from './support/test.ts';

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const countryPicker = (page: Page) => page.getByRole('combobox', { name: messages().signIn.country });

/** The country of the browser's locale, which is preselected. */
function browserCountry(): string {
  return new Intl.Locale(locale()).region ?? 'US';
}

/** The country's name in the language of the test. */
function nameOf(country: string): string {
  return new Intl.DisplayNames([locale()], { type: 'region' }).of(country) ?? country;
}

function locale(): string {
  return test.info().project.use.locale ?? 'en-US';
}

/** Picks a country, by arrow keys in the keyboard project. */
async function pickCountry(page: Page, country: string): Promise<void> {
  const picker = countryPicker(page);
  if ((test.info().project.use as Partial<ProjectOptions>).input === 'keyboard') {
    await tabTo(picker);
    const steps = await picker.evaluate((element, wanted) => {
      const { options, selectedIndex } = element as HTMLSelectElement;
      return [...options].findIndex(({ value }) => value === wanted) - selectedIndex;
    }, country);
    for (let step = 0; step < Math.abs(steps); step++) await page.keyboard.press(steps < 0 ? 'ArrowUp' : 'ArrowDown');
  } else await picker.selectOption(country);
  await expect(picker).toHaveValue(country);
}

test('signs in with phone number and code and shows the doors', { tag: '@all-projects' }, async ({
  page,
  facility,
}) => {
  await page.goto('/');
  await expect(title(page, messages().signIn.phoneTitle)).toBeVisible();
  await expect(countryPicker(page)).toHaveValue(browserCountry());
  await askForCode(page, phones.oneAccount);
  await expect(page).toHaveURL(/\/sign-in\/code$/);
  await enterCode(page, await facility.code(phones.oneAccount));
  await expect(page).toHaveURL(/\/doors$/);
  await expect(title(page, messages().doors.title)).toBeVisible();
  await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
});

test('formats the number while it is typed, and sends country code and national number', {
  tag: '@all-projects',
}, async ({ page }) => {
  await page.goto('/sign-in');
  const field = phoneField(page);
  await tabTo(field);
  await field.pressSequentially('3035550101');
  await expect(field).toHaveValue('(303) 555-0101');
  const request = page.waitForRequest('**/auth/phone');
  await press(sendButton(page));
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
  test(`reads "${typed}" with ${country} selected as ${e164}`, async ({ page }) => {
    await page.goto('/sign-in');
    await pickCountry(page, country);
    await type(phoneField(page), typed);
    const request = page.waitForRequest('**/auth/phone');
    await press(sendButton(page));
    const body = (await request).postDataJSON() as { country_code: string; phone_number: string };
    expect(`${body.country_code} ${body.phone_number}`).toBe(e164);
  });
}

/** Removes the characters that formatting adds. */
const unformatted = (text: string) => text.replace(/[\s()-]/g, '');

type Message = (errors: SignedInMessages['signIn']['errors'], country: string) => string;
const refused: readonly (readonly [typed: string, message: Message])[] = [
  ['', (errors) => errors.empty],
  ['303 abc 0101', (errors) => errors.letters],
  ['303 555', (errors, country) => errors.tooShort({ country })],
  ['303 555 0101 23456', (errors, country) => errors.tooLong({ country })],
  ['<script>alert(1)</script>', (errors) => errors.letters],
  ['¯\\_(ツ)_/¯', (errors) => errors.letters],
];
for (const [typed, message] of refused) {
  test(`rejects "${typed}" with a message, sends nothing and keeps the text`, async ({ page, facility }) => {
    await page.goto('/sign-in');
    const field = phoneField(page);
    await type(field, typed);
    await press(sendButton(page));
    const { errors, phoneHint } = messages().signIn;
    await expect(field).toHaveAccessibleDescription(`${message(errors, nameOf(browserCountry()))} ${phoneHint}`);
    await expect(field).toBeFocused();
    expect(unformatted(await field.inputValue())).toBe(unformatted(typed));
    expect(await facility.count('POST', /auth/)).toBe(0);
  });
}

test('reports an unknown number in the form and keeps it', { tag: '@all-projects' }, async ({ page }) => {
  await page.goto('/sign-in');
  const field = phoneField(page);
  await type(field, national(phones.unknown));
  await press(sendButton(page));
  const { errors, phoneHint } = messages().signIn;
  await expect(field).toHaveAccessibleDescription(`${errors.unknownNumber} ${phoneHint}`);
  await expect(page.getByText('A tenant with the submitted phone number does not exist.')).toBeVisible();
  await expect(field).toHaveValue('(303) 555-0199');
});

test('keeps everything but the code on reload and Back at every step', { tag: '@all-projects' }, async ({
  page,
  facility,
}) => {
  await page.goto('/sign-in');
  await type(phoneField(page), national(phones.twoAccounts));
  await page.reload();
  await expect(phoneField(page)).toHaveValue(/303\D*555\D*0102/);
  await press(sendButton(page));
  const code = codeField(page);
  await expect(code).toBeVisible();
  await page.reload();
  await expect(page.getByText(messages().signIn.codeSentTo({ number: phones.twoAccounts }))).toBeVisible();

  await page.goBack();
  await expect(phoneField(page)).toHaveValue(/303\D*555\D*0102/);
  await page.goForward();
  await enterCode(page, await facility.code(phones.twoAccounts));
  await expect(title(page, messages().signIn.accountTitle)).toBeVisible();

  await page.reload();
  await expect(page).toHaveURL(/\/sign-in\/code$/);
  await expect(page.getByText(messages().signIn.enterAgain)).toBeVisible();
  await expect(code).toHaveValue('');
  await enterCode(page, await facility.code(phones.twoAccounts));
  await expect(title(page, messages().signIn.accountTitle)).toBeVisible();
  await page.goBack();
  await expect(code).toBeVisible();
});

test('never stores the code on the device', async ({ page, facility }) => {
  await page.goto('/');
  await askForCode(page, phones.twoAccounts);
  const code = await facility.code(phones.twoAccounts);
  await enterCode(page, code);
  await expect(title(page, messages().signIn.accountTitle)).toBeVisible();
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(stored).not.toContain(code);
});

test('lists several accounts by location and company, each with its own doors', {
  tag: '@all-projects',
}, async ({ page, facility }) => {
  await page.goto('/');
  await askForCode(page, phones.twoAccounts);
  await enterCode(page, await facility.code(phones.twoAccounts));
  await expect(title(page, messages().signIn.accountTitle)).toBeVisible();
  const accounts = page.getByRole('main').getByRole('listitem');
  await expect(accounts).toHaveCount(2);
  const names = await accounts.getByRole('button').allInnerTexts();
  await press(accounts.getByRole('button').first());
  const links = page.getByRole('main').getByRole('link');
  await expect(links.first()).toBeVisible();
  const doors = await links.allInnerTexts();

  await switchAccount(page);
  await expect(phoneField(page)).toHaveValue(/303\D*555\D*0102/);
  await signInAgain(page, facility, phones.twoAccounts);
  await press(page.getByRole('button', { name: names[1]?.split('\n')[0] ?? 'missing' }));
  await expect(title(page, messages().doors.title)).toBeVisible();
  await expect(links.first()).toBeVisible();
  expect(await links.allInnerTexts()).not.toEqual(doors);
});

test('returns to the code step with the number when the code expires during the account choice', {
  tag: '@all-projects',
}, async ({ page, facility }) => {
  await page.goto('/');
  await askForCode(page, phones.twoAccounts);
  await enterCode(page, await facility.code(phones.twoAccounts));
  await expect(title(page, messages().signIn.accountTitle)).toBeVisible();
  await facility.advance(301);
  await press(page.getByRole('main').getByRole('listitem').getByRole('button').first());
  await expect(page).toHaveURL(/\/sign-in\/code$/);
  await expect(page.getByText(messages().signIn.codeErrors.wrong)).toBeVisible();
});

test('redirects the later steps to the first when no code was sent', async ({ page }) => {
  for (const step of ['/sign-in/code', '/sign-in/account', '/sign-in/elsewhere']) {
    await page.goto(step);
    await expect(page).toHaveURL(/\/sign-in$/);
  }
});

test('skips sign-in for a signed-in tenant, and Back does not return to it', async ({ page, facility }) => {
  await signInThroughScreens(page, facility, phones.oneAccount);
  await page.reload();
  await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
  await page.goto('/sign-in');
  await expect(page).toHaveURL(/\/doors$/);
  await page.goBack();
  await expect(title(page, messages().doors.title)).toBeVisible();
});

test('signs in by keyboard', { tag: '@all-projects' }, async ({ page, facility }) => {
  await page.goto('/');
  await expect(title(page, messages().signIn.phoneTitle)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(countryPicker(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('3035550101');
  await page.keyboard.press('Enter');
  await expect(codeField(page)).toBeFocused();
  await page.keyboard.type(await facility.code(phones.oneAccount));
  await expect(title(page, messages().doors.title)).toBeFocused();
});
