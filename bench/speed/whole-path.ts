import type { Page } from '@playwright/test';
import { type App, messages } from './environment.ts';
import { doorLinks, goBack, open, permittedDoors, signIn, tap } from './steps.ts';

/** A whole visit: sign in, list, door, open it, back, activity, help, sign out. */
export async function wholePath(page: Page, app: App, number: string): Promise<void> {
  await signIn(page, app, number);
  const [address = ''] = await permittedDoors(page, 1);
  await tap(page.locator(`.door-link[href="${address}"]`));
  await open(page);
  await goBack(page);
  const menu = page.getByRole('navigation', { name: messages.menu.navigation });
  await tap(menu.getByRole('link', { name: messages.menu.activity }));
  await page.locator('.event').first().waitFor();
  await tap(menu.getByRole('link', { name: messages.app.help }));
  await page.waitForURL('**/help');
  await page.getByRole('heading', { level: 1 }).waitFor();
  // Waits for the toaster and other chunks that load when idle.
  await page.waitForLoadState('networkidle');
  await page.goBack();
  await tap(menu.getByRole('link', { name: messages.menu.doors }));
  await doorLinks(page).first().waitFor();
  await tap(page.getByRole('button', { name: messages.menu.account }));
  await tap(page.getByRole('dialog').getByRole('button', { name: messages.menu.signOut }));
  await tap(page.getByRole('alertdialog').getByRole('button', { name: messages.menu.signOut }));
  await page.waitForURL('**/sign-in');
}
