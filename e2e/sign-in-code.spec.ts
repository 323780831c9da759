import { press, tabTo, type } from './support/input-driver.ts';
import { languageOfTest, messages } from './support/messages.ts';
import { askForCode, codeField, enterCode, phones, status } from './support/steps.ts';
import { expect, test } from './support/test.ts';

/** The accessible description of the code field: an optional message, the hint and the remaining lifetime. */
function codeDescription(...message: readonly string[]): RegExp {
  const { codeHint, codeLife } = messages().signIn;
  const { format } = new Intl.NumberFormat(languageOfTest());
  const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => format(digit));
  const left = `[${digits[4]}${digits[5]}]:[${digits.join('')}]{2}`;
  const whole = [...message, codeHint, codeLife({ left: 'LEFT' })].join(' ');
  return new RegExp(`^${whole.replaceAll('.', '\\.').replace('LEFT', left)}$`);
}

test('shows a message for five digits and Enter, and sends nothing', { tag: '@all-projects' }, async ({
  page,
  facility,
}) => {
  await page.goto('/');
  await askForCode(page, phones.oneAccount);
  const field = codeField(page);
  await tabTo(field);
  await field.pressSequentially('12345');
  await field.press('Enter');
  await expect(field).toHaveAccessibleDescription(
    codeDescription(messages().signIn.codeErrors.incomplete({ digits: 6 })),
  );
  await expect(field).toHaveValue('12345');
  expect(await facility.count('POST', /verify-otp/)).toBe(0);
});

test('stays on the step after a wrong code, and submits the next complete code once', { tag: '@all-projects' }, async ({
  page,
  facility,
}) => {
  await page.goto('/');
  await askForCode(page, phones.oneAccount);
  const code = await facility.code(phones.oneAccount);
  const field = codeField(page);
  await enterCode(page, code === '000000' ? '000001' : '000000');
  await expect(field).toHaveAccessibleDescription(codeDescription(messages().signIn.codeErrors.wrong));
  await expect(page).toHaveURL(/\/sign-in\/code$/);
  await type(field, '');
  await tabTo(field);
  await field.pressSequentially(code);
  await expect(page).toHaveURL(/\/doors$/);
  expect(await facility.count('POST', /verify-otp/)).toBe(2);
});

for (const written of [
  (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`,
  (code: string) => `${code.slice(0, 3)}-${code.slice(3)}`,
]) {
  test(`reads a code pasted as "${written('123456')}"`, async ({ page, facility, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/');
    await askForCode(page, phones.oneAccount);
    const text = written(await facility.code(phones.oneAccount));
    await page.evaluate((value) => navigator.clipboard.writeText(value), text);
    await tabTo(codeField(page));
    await page.keyboard.press('ControlOrMeta+V');
    await expect(page).toHaveURL(/\/doors$/);
    expect(await facility.count('POST', /verify-otp/)).toBe(1);
  });
}

test('supports autofill and a numeric keyboard in the code field', { tag: '@all-projects' }, async ({ page }) => {
  await page.goto('/');
  await askForCode(page, phones.oneAccount);
  const field = codeField(page);
  await expect(field).toHaveAttribute('autocomplete', 'one-time-code');
  await expect(field).toHaveAttribute('inputmode', 'numeric');
  await expect(field).toBeFocused();
});

test('offers another code after 30 seconds and shows the remaining lifetime of the code', {
  tag: '@all-projects',
}, async ({ page, facility }) => {
  await page.clock.install();
  await page.goto('/');
  await askForCode(page, phones.oneAccount);
  const first = await facility.code(phones.oneAccount);
  const resend = page.getByRole('button', { name: messages().signIn.resend });
  await expect(resend).toBeDisabled();
  await expect(codeField(page)).toHaveAccessibleDescription(codeDescription());
  await page.clock.fastForward(31_000);
  await press(resend);
  await expect(status(page)).toHaveText(messages().signIn.resent);
  await expect(resend).toBeDisabled();
  expect(await facility.code(phones.oneAccount)).not.toBe(first);
  await page.clock.fastForward('05:01');
  await expect(page.getByText(messages().signIn.codeExpired)).toBeVisible();
});
