import { chromium } from '../playwright.config.ts';
import { goToDoor, openButton, phones, signInThroughScreens, signOut, status } from './support/steps.ts';
import { allowBrowserErrors, expect, test } from './support/test.ts';

// A host name other than localhost is an insecure context: no crypto.randomUUID, no crypto.subtle, no Web Locks.
test.use({
  launchOptions: {
    ...chromium.launchOptions,
    args: [...chromium.launchOptions.args, '--host-resolver-rules=MAP door.test 127.0.0.1'],
  },
  baseURL: async ({ server }, use) => use(server.url.replace('127.0.0.1', 'door.test')),
});

test('works over plain HTTP on a local network', async ({ page, facility, browserName }) => {
  test.fail(browserName !== 'chromium', 'only Chromium maps a host name to loopback on its command line');
  allowBrowserErrors(/^request to another origin: \w+ http:\/\/door\.test:/);
  // Chromium logs that it ignores this header without HTTPS.
  allowBrowserErrors(/Cross-Origin-Opener-Policy header has been ignored/);
  await page.goto('/');
  const offered = await page.evaluate(() => [isSecureContext, 'randomUUID' in crypto, 'locks' in navigator]);
  expect(offered).toEqual([false, false, false]);
  await signInThroughScreens(page, facility, phones.oneAccount);
  await goToDoor(page, 'B204');
  await openButton(page, 'B204').click();
  await expect(status(page)).toContainText('Opened at');
  await expect.poll(async () => (await facility.reports()).length).toBe(1);
  await signOut(page);
  await expect(page).toHaveURL(/\/sign-in$/);
});
