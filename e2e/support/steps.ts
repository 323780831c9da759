import { expect, type Locator, type Page } from '@playwright/test';
import type { FacilityControl } from './facility.ts';
import { press, type } from './input-driver.ts';
import { messages } from './messages.ts';
import { capture, restore } from './signed-in.ts';
import { type ProjectOptions, test } from './test.ts';

/** The phone numbers of the seeded tenants; see src/facility/seed. */
export const phones = {
  oneAccount: '+13035550101',
  twoAccounts: '+13035550102',
  everyState: '+13035550103',
  tenThousand: '+13035550104',
  hostile: '+13035550105',
  nothing: '+13035550106',
  unknown: '+13035550199',
} as const;

/** The national number, as a tenant types it. */
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
 * Opens a page as a signed-in tenant: through the sign-in screens the first time, then with the captured localStorage. For
 * tests that are not about sign-in.
 */
export async function signIn(page: Page, facility: FacilityControl, phone: string, at = '/doors'): Promise<void> {
  if (await restore(page, facility, phone)) {
    await page.goto(at);
    return;
  }
  await signInThroughScreens(page, facility, phone, at);
  await capture(page, facility, phone);
}

/** Signs in through the screens, starting at a path that shows or redirects to sign-in. */
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

/** Signs in with the prefilled number. */
export async function signInAgain(page: Page, facility: FacilityControl, phone: string): Promise<void> {
  await press(sendButton(page));
  await expect(codeField(page)).toBeVisible();
  await enterCode(page, await facility.code(phone));
}

/** Goes from the list to the Open button of a door: to its page, or nowhere in a project that opens doors from the list. */
export async function reachOpenButton(page: Page, name: string): Promise<void> {
  if (!opensFromList()) return goToDoor(page, name);
  await expect(openButton(page, name)).toBeVisible();
}

/** Whether this project presses the Open buttons of the list. */
export function opensFromList(): boolean {
  return (test.info().project.use as Partial<ProjectOptions>).opensFrom === 'list';
}

/** Goes from the list to the page of a door. */
export async function goToDoor(page: Page, name: string): Promise<void> {
  await press(page.getByRole('link', { name, exact: true }));
  await expect(page.getByRole('heading', { name }).last()).toBeVisible();
}

/** Goes back to the list. */
export async function goToDoors(page: Page): Promise<void> {
  const back = page.getByRole('button', { name: messages().unlock.back });
  await press(back);
  await expect(back).toHaveCount(0);
}

/** Follows a link of the navigation. */
export async function goTo(page: Page, to: 'doors' | 'activity' | 'help'): Promise<void> {
  await leaveDoor(page);
  const { app, menu } = messages();
  const name = to === 'help' ? app.help : menu[to];
  await press(navigation(page).getByRole('link', { name, exact: true }));
}

export function navigation(page: Page) {
  return page.getByRole('navigation', { name: messages().menu.navigation });
}

export function accountButton(page: Page) {
  return page.getByRole('button', { name: messages().menu.account, exact: true });
}

/** Opens the account menu. */
export async function openAccount(page: Page): Promise<Locator> {
  await leaveDoor(page);
  await press(accountButton(page));
  const menu = page.getByRole('dialog', { name: messages().menu.account });
  await expect(menu).toBeVisible();
  return menu;
}

/** Opens the question before a sign-out. Returns the button that signs out. */
export async function askToSignOut(page: Page): Promise<Locator> {
  const menu = await openAccount(page);
  await press(menu.getByRole('button', { name: messages().menu.signOut }));
  const question = page.getByRole('alertdialog', { name: messages().menu.signOutTitle });
  await expect(question).toBeVisible();
  return question.getByRole('button', { name: messages().menu.signOut });
}

export async function signOut(page: Page): Promise<void> {
  await press(await askToSignOut(page));
}

export async function switchAccount(page: Page): Promise<void> {
  const menu = await openAccount(page);
  await press(menu.getByRole('button', { name: messages().menu.switchAccount }));
}

/** On a phone the page of a door has neither header nor navigation. */
async function leaveDoor(page: Page): Promise<void> {
  if (/^\/doors\/[^/]+$/.test(new URL(page.url()).pathname)) await goToDoors(page);
}

/** The Open button of a door: in the list, or in the door over or beside the list. */
export function openButton(page: Page, name: string) {
  return page.getByRole('button', { name: messages().unlock.openDoor({ name }), exact: true }).last();
}

/** The button that replaces Open while a door is open. */
export function doneButton(page: Page) {
  return page.getByRole('button', { name: messages().unlock.done, exact: true });
}

/** The status region of a page or of the door over it, which announces progress and results. */
export function status(page: Page) {
  return page.getByRole('main').getByRole('status').last();
}
