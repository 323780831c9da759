import { press, reach, type } from './support/hands.ts';
import { languageOfTest, messages } from './support/messages.ts';
import { askForCode, codeField, enterCode, people, status } from './support/steps.ts';
import { expect, test } from './support/test.ts';

/** What the code's field is described by: a message if there is one, what to type, and how long the code works. */
function saying(...message: readonly string[]): RegExp {
  const { codeHint, codeLife } = messages().signIn;
  const { format } = new Intl.NumberFormat(languageOfTest());
  const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => format(digit));
  const left = `[${digits[4]}${digits[5]}]:[${digits.join('')}]{2}`;
  const whole = [...message, codeHint, codeLife({ left: 'LEFT' })].join(' ');
  return new RegExp(`^${whole.replaceAll('.', '\\.').replace('LEFT', left)}$`);
}

test('five digits and Enter get a message and send nothing', { tag: '@ways' }, async ({ page, facility }) => {
  await page.goto('/');
  await askForCode(page, people.oneAccount);
  const field = codeField(page);
  await reach(field);
  await field.pressSequentially('12345');
  await field.press('Enter');
  await expect(field).toHaveAccessibleDescription(saying(messages().signIn.codeErrors.incomplete({ digits: 6 })));
  await expect(field).toHaveValue('12345');
  expect(await facility.count('POST', /verify-otp/)).toBe(0);
});

test('a wrong code keeps the person in place, and the next code is sent once by itself', { tag: '@ways' }, async ({
  page,
  facility,
}) => {
  await page.goto('/');
  await askForCode(page, people.oneAccount);
  const code = await facility.code(people.oneAccount);
  const field = codeField(page);
  await enterCode(page, code === '000000' ? '000001' : '000000');
  await expect(field).toHaveAccessibleDescription(saying(messages().signIn.codeErrors.wrong));
  await expect(page).toHaveURL(/\/sign-in\/code$/);
  await type(field, '');
  await reach(field);
  await field.pressSequentially(code);
  await expect(page).toHaveURL(/\/doors$/);
  expect(await facility.count('POST', /verify-otp/)).toBe(2);
});

for (const written of [
  (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`,
  (code: string) => `${code.slice(0, 3)}-${code.slice(3)}`,
]) {
  test(`a code pasted as "${written('123456')}" is understood`, async ({ page, facility, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/');
    await askForCode(page, people.oneAccount);
    const text = written(await facility.code(people.oneAccount));
    await page.evaluate((value) => navigator.clipboard.writeText(value), text);
    await reach(codeField(page));
    await page.keyboard.press('ControlOrMeta+V');
    await expect(page).toHaveURL(/\/doors$/);
    expect(await facility.count('POST', /verify-otp/)).toBe(1);
  });
}

test('the code field is ready for autofill and a numeric keyboard', { tag: '@ways' }, async ({ page }) => {
  await page.goto('/');
  await askForCode(page, people.oneAccount);
  const field = codeField(page);
  await expect(field).toHaveAttribute('autocomplete', 'one-time-code');
  await expect(field).toHaveAttribute('inputmode', 'numeric');
  await expect(field).toBeFocused();
});

test('another code can be asked for after 30 seconds; the remaining life of the code is shown', {
  tag: '@ways',
}, async ({ page, facility }) => {
  await page.clock.install();
  await page.goto('/');
  await askForCode(page, people.oneAccount);
  const first = await facility.code(people.oneAccount);
  const resend = page.getByRole('button', { name: messages().signIn.resend });
  await expect(resend).toBeDisabled();
  await expect(codeField(page)).toHaveAccessibleDescription(saying());
  await page.clock.fastForward(31_000);
  await press(resend);
  await expect(status(page)).toHaveText(messages().signIn.resent);
  await expect(resend).toBeDisabled();
  expect(await facility.code(people.oneAccount)).not.toBe(first);
  await page.clock.fastForward('05:01');
  await expect(page.getByText(messages().signIn.codeExpired)).toBeVisible();
});
