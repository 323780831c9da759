import { expect, type Page } from '@playwright/test';
import type { FacilityControl } from './facility.ts';

/** The seeded tenants by the last digits of their numbers; see src/facility/seed. */
export const people = {
  oneAccount: '+13035550101',
  twoAccounts: '+13035550102',
  everyState: '+13035550103',
  tenThousand: '+13035550104',
  hostile: '+13035550105',
  nothing: '+13035550106',
  unknown: '+13035550199',
} as const;

/** `303 555 0101`, as a person types it. */
export function national(phone: string): string {
  return phone.slice(2);
}

export async function askForCode(page: Page, phone: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Phone number' }).fill(national(phone));
  await page.getByRole('button', { name: 'Send code' }).click();
  await expect(page.getByRole('textbox', { name: 'Verification code' })).toBeVisible();
}

export async function enterCode(page: Page, code: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Verification code' }).fill(code);
}

/** From wherever the sign-in shows to whatever comes after it. */
export async function signIn(page: Page, facility: FacilityControl, phone: string, at = '/'): Promise<void> {
  await page.goto(at);
  await askForCode(page, phone);
  await enterCode(page, await facility.code(phone));
  await expect(page).not.toHaveURL(/sign-in/);
}

/** With the number that is still there; the code is read once it has been sent. */
export async function signInAgain(page: Page, facility: FacilityControl, phone: string): Promise<void> {
  await page.getByRole('button', { name: 'Send code' }).click();
  await expect(page.getByRole('textbox', { name: 'Verification code' })).toBeVisible();
  await enterCode(page, await facility.code(phone));
}

/** A door's own page, from the list. */
export async function goToDoor(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

export function openButton(page: Page, name: string) {
  return page.getByRole('button', { name: `Open ${name}`, exact: true });
}

export function status(page: Page) {
  return page.getByRole('status');
}
