import {
  askForCode,
  enterCode,
  national,
  openButton,
  phones,
  reachOpenButton,
  signInThroughScreens,
  status,
} from './support/steps.ts';
import { expect, test } from './support/test.ts';

const banner = 'Try again in';

test('shows a countdown banner after the sixth code request and hides it at the end', async ({ page, facility }) => {
  await page.clock.install();
  await page.goto('/sign-in');
  const field = page.getByRole('textbox', { name: 'Phone number' });
  const send = page.getByRole('button', { name: 'Send code' });
  for (let request = 0; request < 5; request++) {
    await field.fill(national(phones.oneAccount));
    await send.click();
    await expect(page.getByRole('textbox', { name: 'Verification code' })).toBeVisible();
    await page.getByRole('link', { name: 'Change number' }).click();
  }
  await send.click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText(banner);
  await expect(send).toBeDisabled();
  expect(await facility.count('POST', /auth\/phone/)).toBe(6);

  // The banner survives a reload.
  await page.reload();
  await expect(alert).toContainText(banner);
  await expect(send).toBeDisabled();
  const digits = alert.getByText(/\d:\d\d/);
  const before = (await digits.textContent()) ?? '';
  await page.clock.fastForward(3_000);
  await expect(digits).not.toHaveText(before);

  await page.clock.fastForward(60_000);
  await facility.advance(63);
  await expect(alert).toBeHidden();
  await expect(send).toBeEnabled();
  await send.click();
  await expect(page.getByRole('textbox', { name: 'Verification code' })).toBeVisible();
});

test('does not block another phone number', async ({ page, facility }) => {
  await facility.fault({
    route: 'POST /api/v2/auth/phone',
    status: 429,
    headers: { 'Retry-After': '60' },
    body: { message: 'Too many attempts. Please try again in 60 seconds.' },
  });
  await page.goto('/sign-in');
  const field = page.getByRole('textbox', { name: 'Phone number' });
  await field.fill(national(phones.oneAccount));
  await page.getByRole('button', { name: 'Send code' }).click();
  await expect(page.getByRole('alert')).toContainText(banner);
  await field.fill(national(phones.twoAccounts));
  await expect(page.getByRole('alert')).toBeHidden();
  await page.getByRole('button', { name: 'Send code' }).click();
  await expect(page.getByRole('textbox', { name: 'Verification code' })).toBeVisible();
});

test('blocks the request in every tab', { tag: '@from-list' }, async ({ page, facility, context }) => {
  await signInThroughScreens(page, facility, phones.oneAccount);
  await reachOpenButton(page, 'B204');
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(openButton(other, 'B204')).toBeEnabled();
  await facility.fault({
    route: 'POST /gateway/locks/:id/open',
    status: 429,
    headers: { 'Retry-After': '40' },
    body: {},
  });
  await openButton(page, 'B204').click();
  await expect(page.getByRole('alert')).toContainText(banner);
  await expect(openButton(page, 'B204')).toBeDisabled();
  await expect(other.getByRole('alert')).toContainText(banner);
  await expect(openButton(other, 'B204')).toBeDisabled();
  expect(await facility.count('POST', /gateway/)).toBe(1);
  expect(await facility.openings()).toEqual([]);
});

test('enables the Open button at the end of the block without opening anything', { tag: '@from-list' }, async ({
  page,
  facility,
}) => {
  await page.clock.install();
  await signInThroughScreens(page, facility, phones.oneAccount);
  await reachOpenButton(page, 'B204');
  await facility.fault({
    route: 'POST /gateway/locks/:id/open',
    status: 429,
    headers: { 'Retry-After': '30' },
    body: {},
  });
  await openButton(page, 'B204').click();
  await expect(openButton(page, 'B204')).toBeDisabled();
  // Advances the facility's clock as well, because the facility rejects a `not_after` that is too far ahead.
  await facility.advance(31);
  await page.clock.fastForward(31_000);
  await expect(page.getByRole('alert')).toBeHidden();
  await expect(openButton(page, 'B204')).toBeEnabled();
  expect(await facility.openings()).toEqual([]);
  await openButton(page, 'B204').click();
  await expect(status(page)).toContainText('Opened at');
});

const httpDateIn90Seconds = () => new Date(Date.now() + 90_000).toUTCString();
type Wait = readonly [name: string, header: () => string | null, message: string, shown: RegExp];
const times: readonly Wait[] = [
  ['an HTTP-date', httpDateIn90Seconds, 'Slow down.', /1:[23]\d/],
  ['the seconds in the message', () => null, 'Too many attempts. Please try again in 42 seconds.', /0:4[0-2]/],
  ['a malformed header and no seconds: a backoff', () => 'soon', 'Slow down.', /0:0[1-5]/],
];
for (const [name, header, message, shown] of times) {
  test(`reads the time to wait from ${name}`, async ({ page, facility }) => {
    const retryAfter = header();
    const headers = retryAfter === null ? {} : { 'Retry-After': retryAfter };
    await facility.fault({ route: 'POST /api/v2/auth/phone', status: 429, headers, body: { message } });
    await page.goto('/sign-in');
    await page.getByRole('textbox', { name: 'Phone number' }).fill(national(phones.oneAccount));
    await page.getByRole('button', { name: 'Send code' }).click();
    await expect(page.getByRole('alert')).toContainText(shown);
  });
}

test('blocks the code for a minute after five wrong codes, and does not announce each second of the countdown', async ({
  page,
  facility,
}) => {
  await page.clock.install();
  await page.goto('/');
  await askForCode(page, phones.oneAccount);
  const code = await facility.code(phones.oneAccount);
  const wrong = code === '000000' ? '000001' : '000000';
  const field = page.getByRole('textbox', { name: 'Verification code' });
  for (let attempt = 0; attempt < 6; attempt++) {
    await field.fill('');
    const answered = page.waitForResponse('**/auth/verify-otp');
    await enterCode(page, wrong);
    await answered;
  }
  const alert = page.getByRole('alert');
  await expect(alert).toContainText(banner);
  await expect(alert.locator('[aria-hidden=true]').getByText(/\d:\d\d/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Verify' })).toBeDisabled();
  await page.clock.fastForward(61_000);
  await facility.advance(61);
  await field.fill('');
  await enterCode(page, code);
  await expect(page).toHaveURL(/\/doors$/);
});
