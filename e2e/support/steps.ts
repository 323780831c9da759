import { expect, type Page } from '@playwright/test';
import type { FacilityControl } from './facility.ts';
import { press, type } from './hands.ts';
import { messages } from './messages.ts';
import { capture, restore } from './signed-in.ts';

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

export function phoneField(page: Page) {
  return page.getByRole('textbox', { name: messages().signIn.phoneNumber });
}

export function codeField(page: Page) {
  return page.getByRole('textbox', { name: messages().signIn.code });
}

export function sendButton(page: Page) {
  return page.getByRole('button', { name: messages().signIn.sendCode });
}

export async function askForCode(page: Page, phone: string): Promise<void> {
  await type(phoneField(page), national(phone));
  await press(sendButton(page));
  await expect(codeField(page)).toBeVisible();
}

export async function enterCode(page: Page, code: string): Promise<void> {
  await type(codeField(page), code);
}

/**
 * A person who is signed in, at an address behind it: through the screens the first time, and after that with what they
 * left in storage. For tests that are about something else.
 */
export async function signIn(page: Page, facility: FacilityControl, phone: string, at = '/doors'): Promise<void> {
  if (await restore(page, facility, phone)) {
    await page.goto(at);
    return;
  }
  await signInThroughScreens(page, facility, phone, at);
  await capture(page, facility, phone);
}

/** From wherever the sign-in shows to whatever comes after it. */
export async function signInThroughScreens(
  page: Page,
  facility: FacilityControl,
  phone: string,
  at = '/',
): Promise<void> {
  await page.goto(at);
  await askForCode(page, phone);
  await enterCode(page, await facility.code(phone));
  await expect(page).not.toHaveURL(/sign-in/);
}

/** With the number that is still there; the code is read once it has been sent. */
export async function signInAgain(page: Page, facility: FacilityControl, phone: string): Promise<void> {
  await press(sendButton(page));
  await expect(codeField(page)).toBeVisible();
  await enterCode(page, await facility.code(phone));
}

/** A door's own page, from the list. */
export async function goToDoor(page: Page, name: string): Promise<void> {
  await press(page.getByRole('link', { name, exact: true }));
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** Back to the list. */
export async function goToDoors(page: Page): Promise<void> {
  await press(page.getByRole('link', { name: messages().unlock.back }));
}

export function openButton(page: Page, name: string) {
  return page.getByRole('button', { name: messages().unlock.openDoor({ name }), exact: true });
}

/** The one place of a page where progress and results are told. */
export function status(page: Page) {
  return page.getByRole('main').getByRole('status');
}
