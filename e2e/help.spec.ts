import type { Page } from '@playwright/test';
import { messagePattern, messages } from './support/messages.ts';
import {
  askForCode,
  codeField,
  goToDoor,
  goToDoors,
  openButton,
  phoneField,
  phones,
  signIn,
  status,
} from './support/steps.ts';
import { expect, test } from './support/test.ts';

const more = (page: Page) => page.getByRole('link', { name: messages().support.more });
const copy = (page: Page) => page.getByRole('button', { name: messages().help.copy });
const refresh = (page: Page) => page.getByRole('button', { name: messages().doors.refresh });

test('shows the contacts before sign-in', async ({ page }) => {
  await page.goto('/sign-in');
  await more(page).click();
  await expect(page.getByRole('heading', { level: 1, name: messages().help.title })).toBeFocused();
  await expect(page.getByRole('link', { name: messagePattern('support.call') })).toBeVisible();
  await page.getByRole('link', { name: messages().help.toSignIn }).click();
  await expect(phoneField(page)).toBeVisible();
});

test('keeps the number and the code step while the help page is open, with blocked storage', async ({ page }) => {
  await page.addInitScript(() => {
    const blocked = {
      get(): never {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    };
    Object.defineProperties(window, { localStorage: blocked, sessionStorage: blocked });
  });
  await page.goto('/sign-in');
  await askForCode(page, phones.oneAccount);
  await more(page).click();
  await expect(page.getByRole('heading', { level: 1, name: messages().help.title })).toBeVisible();
  await page.goBack();
  await expect(codeField(page)).toBeVisible();
  await more(page).click();
  await page.getByRole('link', { name: messages().help.toSignIn }).click();
  await expect(phoneField(page)).toHaveValue(/303.*555.*0101/);
});

test('lists the last problems with their ids after a reload, and copies all requests without secrets', async ({
  page,
  context,
  facility,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, facility, phones.oneAccount);
  await goToDoor(page, 'B204');
  await openButton(page, 'B204').click();
  await expect(status(page)).toContainText(messagePattern('unlock.states.opened'));
  await facility.fault({
    route: 'GET /api/v2/tenant/access',
    status: 501,
    headers: { 'X-Request-Id': 'req-of-the-server' },
    body: { message: 'B204 of Ada, +13035550101' },
  });
  await goToDoors(page);
  await refresh(page).click();
  await more(page).click();
  await page.reload();
  const problems = page.getByRole('list').getByRole('listitem');
  await expect(problems.first()).toContainText('GET /tenant/access');
  await expect(problems.first()).toContainText('501');
  await expect(problems.first()).toContainText('req-of-the-server');
  // Only the copied report lists successful requests.
  await expect(problems.filter({ hasText: 'POST /locks/{id}/open' })).toHaveCount(0);

  await copy(page).click();
  await expect(status(page)).toContainText(messages().help.copied);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('GET /tenant/access 501 unsupported');
  expect(copied).toContain('req-of-the-server');
  expect(copied).toMatch(/ POST \/locks\/\{id\}\/open 200 ok /);
  expect(copied).not.toMatch(/555\D*0101|B204|Ada|\d\|[A-Za-z0-9]{20}/);
});

test('shows the report as selectable text when the browser cannot copy', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'clipboard'));
  await page.goto('/help');
  await copy(page).click();
  await expect(status(page)).toContainText(messages().help.refused);
  await expect(page.getByText(/version \d/)).toBeVisible();
});

test('hides the failure of a background refresh', async ({ page, facility }) => {
  await page.clock.install();
  await signIn(page, facility, phones.oneAccount);
  await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
  await facility.fault({ route: 'GET /api/v2/tenant/access', times: 0, status: 501, body: {} });
  await page.clock.fastForward(31_000);
  const asked = page.waitForResponse(/tenant\/access/);
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await (await asked).finished();
  await expect(status(page)).toContainText(messagePattern('doors.asOf'));
  await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
  await expect(page.getByText(messages().doors.failedTitle)).toHaveCount(0);
  await refresh(page).click();
  await expect(page.getByText(messages().doors.failedTitle)).toBeVisible();
});
