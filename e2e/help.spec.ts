import { goToDoor, openButton, people, signIn, status } from './support/steps.ts';
import { expect, test } from './support/test.ts';

test('help says whom to ask, from before sign-in on', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'More help' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Help' })).toBeFocused();
  await expect(page.getByRole('link', { name: /^Call / })).toBeVisible();
  await page.getByRole('link', { name: 'Go to sign-in' }).click();
  await expect(page.getByRole('textbox', { name: 'Phone number' })).toBeVisible();
});

test('help shows the last requests with their ids, kept through a reload, and copies them without a secret', async ({
  page,
  context,
  facility,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, facility, people.oneAccount);
  await goToDoor(page, 'B204');
  await openButton(page, 'B204').click();
  await expect(status(page)).toContainText('Opened at');
  await facility.fault({
    route: 'GET /api/v2/tenant/access',
    status: 501,
    headers: { 'X-Request-Id': 'req-of-the-server' },
    body: { message: 'B204 of Ada, +13035550101' },
  });
  await page.getByRole('link', { name: 'All doors' }).click();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await page.getByRole('link', { name: 'More help' }).click();
  await page.reload();
  const exchanges = page.getByRole('list').getByRole('listitem');
  await expect(exchanges.first()).toContainText('GET /tenant/access');
  await expect(exchanges.first()).toContainText('501');
  await expect(exchanges.first()).toContainText('req-of-the-server');
  await expect(exchanges.filter({ hasText: 'POST /locks/{id}/open' })).toHaveCount(1);

  await page.getByRole('button', { name: 'Copy for support' }).click();
  await expect(status(page)).toContainText('Copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('GET /tenant/access 501 unsupported');
  expect(copied).toContain('req-of-the-server');
  expect(copied).not.toMatch(/555\D*0101|B204|Ada|\d\|[A-Za-z0-9]{20}/);
});

test('where the browser refuses to copy, the text stands there to be picked', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'clipboard'));
  await page.goto('/help');
  await page.getByRole('button', { name: 'Copy for support' }).click();
  await expect(status(page)).toContainText('Pick the text below');
  await expect(page.getByText(/version \d/)).toBeVisible();
});

test('a refresh in the background that fails is not put before the person', async ({ page, facility }) => {
  await page.clock.install();
  await signIn(page, facility, people.oneAccount);
  await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
  await facility.fault({ route: 'GET /api/v2/tenant/access', times: 0, status: 501, body: {} });
  await page.clock.fastForward(31_000);
  const asked = page.waitForResponse(/tenant\/access/);
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await (await asked).finished();
  await expect(status(page)).toContainText('As of');
  await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
  await expect(page.getByText('could not be loaded')).toHaveCount(0);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByText('could not be loaded')).toBeVisible();
});
