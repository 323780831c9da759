import type { Page } from '@playwright/test';
import { doorLinks, goBack, open, openable, signIn, tap } from './steps.ts';
import { type App, messages } from './world.ts';

/** What a visit may consist of: sign in, the list, a door, open it, back, activity, help, sign out. */
export async function wholePath(page: Page, app: App, number: string): Promise<void> {
  await signIn(page, app, number);
  const [address = ''] = await openable(page, 1);
  await tap(page.locator(`.door-link[href="${address}"]`));
  await open(page);
  await goBack(page);
  const menu = page.getByRole('navigation', { name: messages.menu.navigation });
  await tap(menu.getByRole('link', { name: messages.menu.activity }));
  await page.locator('.event').first().waitFor();
  await tap(page.getByRole('link', { name: messages.app.help }).last());
  await page.waitForURL('**/help');
  await page.getByRole('heading', { level: 1 }).waitFor();
  // The toaster and what else is fetched once there is time for it.
  await page.waitForLoadState('networkidle');
  await page.goBack();
  await tap(menu.getByRole('link', { name: messages.menu.doors }));
  await doorLinks(page).first().waitFor();
  await tap(page.getByRole('button', { name: messages.menu.signOut }));
  await page.waitForURL('**/sign-in');
}
