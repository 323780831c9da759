import type { Page } from '@playwright/test';
import { press } from './support/input-driver.ts';
import { safety } from './support/safety.ts';
import { goToDoor, openButton, phones, signIn, status } from './support/steps.ts';
import { expect, test } from './support/test.ts';

const SEVEN_PAST_SIX = '2030-01-15T13:07:00Z';

type Recorded = Window & { wakeLocks?: WakeLockSentinel[] };

/** Records the wake locks that the browser grants, in `window.wakeLocks`. */
async function recordWakeLocks(page: Page): Promise<void> {
  // A headless browser denies it; a person is never asked.
  await page.context().grantPermissions(['screen-wake-lock']);
  await page.addInitScript(() => {
    const locks: WakeLockSentinel[] = [];
    (window as Recorded).wakeLocks = locks;
    const { request } = WakeLock.prototype;
    WakeLock.prototype.request = async function (type) {
      const lock = await request.call(this, type);
      locks.push(lock);
      return lock;
    };
  });
}

/** For each wake lock so far, whether it was let go. */
const letGo = (page: Page) => page.evaluate(() => (window as Recorded).wakeLocks?.map(({ released }) => released));

test('a press keeps the screen on until the relay time is over', async ({ page, facility }) => {
  await recordWakeLocks(page);
  await facility.setClock(SEVEN_PAST_SIX);
  await page.clock.install({ time: SEVEN_PAST_SIX });
  await signIn(page, facility, phones.oneAccount);
  await goToDoor(page, 'B204');
  expect(await letGo(page)).toEqual([]);
  await press(openButton(page, 'B204'));
  await expect(status(page)).toContainText(safety().opened);
  await expect.poll(() => letGo(page)).toEqual([false]);
  await page.clock.runFor(6_000);
  await expect.poll(() => letGo(page)).toEqual([true]);
});
