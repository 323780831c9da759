import { askForCode, enterCode, people, status } from './support/steps.ts';
import { expect, test } from './support/test.ts';

test('five digits and Enter get a message and send nothing', async ({ page, facility }) => {
  await page.goto('/');
  await askForCode(page, people.oneAccount);
  const field = page.getByRole('textbox', { name: 'Verification code' });
  await field.pressSequentially('12345');
  await field.press('Enter');
  await expect(field).toHaveAccessibleDescription(/Enter all 6 digits/);
  await expect(field).toHaveValue('12345');
  expect(await facility.count('POST', /verify-otp/)).toBe(0);
});

test('a wrong code keeps the person in place, and the next code is sent once by itself', async ({ page, facility }) => {
  await page.goto('/');
  await askForCode(page, people.oneAccount);
  const code = await facility.code(people.oneAccount);
  const field = page.getByRole('textbox', { name: 'Verification code' });
  await enterCode(page, code === '000000' ? '000001' : '000000');
  await expect(field).toHaveAccessibleDescription(/wrong or has expired/);
  await expect(page).toHaveURL(/\/sign-in\/code$/);
  await field.fill('');
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
    await page.getByRole('textbox', { name: 'Verification code' }).focus();
    await page.keyboard.press('ControlOrMeta+V');
    await expect(page).toHaveURL(/\/doors$/);
    expect(await facility.count('POST', /verify-otp/)).toBe(1);
  });
}

test('the code field is ready for autofill and a numeric keyboard', async ({ page }) => {
  await page.goto('/');
  await askForCode(page, people.oneAccount);
  const field = page.getByRole('textbox', { name: 'Verification code' });
  await expect(field).toHaveAttribute('autocomplete', 'one-time-code');
  await expect(field).toHaveAttribute('inputmode', 'numeric');
  await expect(field).toBeFocused();
});

test('another code can be asked for after 30 seconds; the remaining life of the code is shown', async ({
  page,
  facility,
}) => {
  await page.clock.install();
  await page.goto('/');
  await askForCode(page, people.oneAccount);
  const first = await facility.code(people.oneAccount);
  const resend = page.getByRole('button', { name: 'Resend code' });
  await expect(resend).toBeDisabled();
  await expect(page.getByRole('textbox', { name: 'Verification code' })).toHaveAccessibleDescription(
    /works for [45]:\d\d more/,
  );
  await page.clock.fastForward(31_000);
  await resend.click();
  await expect(status(page)).toHaveText(/A new code is on its way/);
  await expect(resend).toBeDisabled();
  expect(await facility.code(people.oneAccount)).not.toBe(first);
  await page.clock.fastForward('05:01');
  await expect(page.getByText('The code has expired.')).toBeVisible();
});
