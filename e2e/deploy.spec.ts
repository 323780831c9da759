import type { Page } from '@playwright/test';
import { askForCode, enterCode, phoneField, phones, signInThroughScreens } from './support/steps.ts';
import { allowBrowserErrors, expect, test } from './support/test.ts';

/** Makes each later fetch of the page return the page of another build. A navigation still gets the current build. */
async function deploy(page: Page): Promise<void> {
  await page.route(
    (url) => url.pathname === '/',
    (route) =>
      route.request().resourceType() === 'fetch'
        ? route.fulfill({ body: '<script type="module" src="/assets/index-next-one.js"></script>' })
        : route.continue(),
  );
}

test('reloads once when a deploy has removed a chunk, and keeps the typed number', async ({ page }) => {
  allowBrowserErrors(/assets\/phone-reader|Failed to load module script|404/);
  await deploy(page);
  let isGone = true;
  await page.route('**/assets/phone-reader-*.js', (route) =>
    isGone ? route.fulfill({ status: 404, body: 'gone' }) : route.continue(),
  );
  await page.goto('/sign-in');
  const reloaded = page.waitForEvent('domcontentloaded');
  await page.getByRole('textbox', { name: 'Phone number' }).pressSequentially('3');
  await reloaded;
  isGone = false;
  await expect(page.getByRole('textbox', { name: 'Phone number' })).toHaveValue('3');
});

test('shows an error instead of reloading again when a chunk stays missing', async ({ page, facility }) => {
  allowBrowserErrors(
    /assets\/signed-in|Failed to load module script|Failed to fetch dynamically imported module|404|page error/,
  );
  let loads = 0;
  page.on('domcontentloaded', () => {
    loads += 1;
  });
  await deploy(page);
  await page.route('**/assets/signed-in-*.js', (route) => route.fulfill({ status: 404, body: 'gone' }));
  await page.goto('/');
  const reloaded = page.waitForEvent('domcontentloaded');
  await phoneField(page).focus();
  await reloaded;
  await askForCode(page, phones.oneAccount);
  await enterCode(page, await facility.code(phones.oneAccount));
  await expect(page.getByRole('heading', { name: 'Something went wrong in this app' })).toBeVisible();
  expect(loads).toBe(2);
  await page.unroute('**/assets/signed-in-*.js');
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
});

test('does not reload when a page of the current build crashes, offers a way back, and lists the crash in the help report', async ({
  page,
  context,
}) => {
  allowBrowserErrors(
    /assets\/not-found-page|Failed to load module script|Failed to fetch dynamically imported module|404/,
  );
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.route('**/assets/not-found-page-*.js', (route) => route.fulfill({ status: 404, body: 'gone' }));
  await page.goto('/sign-in');
  // Waits for hydration, because a failure during hydration is handled differently.
  await expect(page.getByRole('link', { name: 'More help' })).toBeVisible();
  let loads = 0;
  page.on('domcontentloaded', () => {
    loads += 1;
  });
  const asked = page.waitForResponse((response) => new URL(response.url()).pathname === '/');
  // A navigation within the app, without a page load.
  await page.evaluate(() => {
    history.pushState(null, '', '/elsewhere');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  await expect(page.getByRole('heading', { name: 'Something went wrong in this app' })).toBeVisible();
  await (await asked).finished();
  await page.goBack();
  await page.getByRole('link', { name: 'More help' }).click();
  await page.getByRole('button', { name: 'Copy for support' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    'counted as a defect: crash page TypeError (1)',
  );
  expect(loads).toBe(0);
});

test('shows a page with a link for an unknown address', async ({ page }) => {
  await page.goto('/elsewhere');
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
  await page.getByRole('link', { name: 'Go to your doors' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
});

test('shows a toast and the list for the id of a door that is not on the list', async ({ page, facility }) => {
  await signInThroughScreens(page, facility, phones.oneAccount);
  await page.goto('/doors/unit_of_somebody_else');
  await expect(page.getByText('Lock not found')).toBeVisible();
  await expect(page).toHaveURL(/\/doors$/);
  await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
});
