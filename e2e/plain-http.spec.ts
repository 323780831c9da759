import { chromium } from '../playwright.config.ts';
import { goToDoor, openButton, people, signInThroughScreens, status } from './support/steps.ts';
import { expect, expectTrouble, test } from './support/test.ts';

// The name makes it an insecure context: no crypto.randomUUID, no crypto.subtle, no Web Locks.
test.use({
  launchOptions: {
    ...chromium.launchOptions,
    args: [...chromium.launchOptions.args, '--host-resolver-rules=MAP door.test 127.0.0.1'],
  },
  baseURL: async ({ server }, use) => use(server.url.replace('127.0.0.1', 'door.test')),
});

test('over plain HTTP on a local network everything still works', async ({ page, facility, browserName }) => {
  test.fail(browserName !== 'chromium', 'only Chromium takes a name for the loopback address on its command line');
  expectTrouble(/^request to another place: \w+ http:\/\/door\.test:/);
  // Without https the browser ignores this header, and says so.
  expectTrouble(/Cross-Origin-Opener-Policy header has been ignored/);
  await page.goto('/');
  const offered = await page.evaluate(() => [isSecureContext, 'randomUUID' in crypto, 'locks' in navigator]);
  expect(offered).toEqual([false, false, false]);
  await signInThroughScreens(page, facility, people.oneAccount);
  await goToDoor(page, 'B204');
  await openButton(page, 'B204').click();
  await expect(status(page)).toContainText('Opened at');
  await expect.poll(async () => (await facility.reports()).length).toBe(1);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
});
