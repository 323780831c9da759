import type { Page } from '@playwright/test';
import { askForCode, enterCode, people, phoneField, signInThroughScreens } from './support/steps.ts';
import { expect, expectTrouble, test } from './support/test.ts';

/** From now on the server's page names another build, to whoever asks for it without showing it. */
async function deploy(page: Page): Promise<void> {
  await page.route(
    (url) => url.pathname === '/',
    (route) =>
      route.request().resourceType() === 'fetch'
        ? route.fulfill({ body: '<script type="module" src="/assets/index-next-one.js"></script>' })
        : route.continue(),
  );
}

test('a chunk that is gone after a deploy: one quiet reload, and the typed number is still there', async ({ page }) => {
  expectTrouble(/assets\/phone-reader|Failed to load module script|404/);
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

test('a chunk that stays gone does not make the page reload for ever: it says so', async ({ page, facility }) => {
  expectTrouble(
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
  await askForCode(page, people.oneAccount);
  await enterCode(page, await facility.code(people.oneAccount));
  await expect(page.getByRole('heading', { name: 'Something went wrong in this app' })).toBeVisible();
  expect(loads).toBe(2);
  await page.unroute('**/assets/signed-in-*.js');
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
});

test('a page that fails while its build is still the one on the server: no reload, the way back is there, and the help report says so', async ({
  page,
  context,
}) => {
  expectTrouble(/assets\/not-found-page|Failed to load module script|Failed to fetch dynamically imported module|404/);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.route('**/assets/not-found-page-*.js', (route) => route.fulfill({ status: 404, body: 'gone' }));
  await page.goto('/sign-in');
  // The app has taken the page over: what fails within that is another matter.
  await expect(page.getByRole('link', { name: 'More help' })).toBeVisible();
  let loads = 0;
  page.on('domcontentloaded', () => {
    loads += 1;
  });
  const asked = page.waitForResponse((response) => new URL(response.url()).pathname === '/');
  // As a step of the browser to another page of the app, without loading it.
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

test('an address that does not exist gets a page with a way on', async ({ page }) => {
  await page.goto('/elsewhere');
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
  await page.getByRole('link', { name: 'Go to your doors' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
});

test('a door id that is not theirs: the toast and the list, never a blank page', async ({ page, facility }) => {
  await signInThroughScreens(page, facility, people.oneAccount);
  await page.goto('/doors/unit_of_somebody_else');
  await expect(page.getByText('Lock not found')).toBeVisible();
  await expect(page).toHaveURL(/\/doors$/);
  await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
});
