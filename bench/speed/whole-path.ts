import type { Page } from '@playwright/test';
import { doorLinks, goBack, open, openable, signIn } from './steps.ts';
import { type App, words } from './world.ts';

/** What a visit may consist of: sign in, the list, a door, open it, back, activity, help, sign out. */
export async function wholePath(page: Page, app: App, number: string): Promise<void> {
  await signIn(page, app, number);
  const [address = ''] = await openable(page, 1);
  await page.locator(`.door-link[href="${address}"]`).click();
  await open(page);
  await goBack(page);
  const menu = page.getByRole('navigation', { name: words.app.navigation });
  await menu.getByRole('link', { name: words.app.activity }).click();
  await page.locator('.event').first().waitFor();
  await page.getByRole('link', { name: words.app.help }).last().click();
  await page.waitForURL('**/help');
  await page.getByRole('heading', { level: 1 }).waitFor();
  // The toaster and what else is fetched once there is time for it.
  await page.waitForLoadState('networkidle');
  await page.goBack();
  await menu.getByRole('link', { name: words.app.doors }).click();
  await doorLinks(page).first().waitFor();
  await page.getByRole('button', { name: words.app.signOut }).click();
  await page.waitForURL('**/sign-in');
}
