import { expect, type Page } from '@playwright/test';
import type { FacilityControl } from '../support/facility.ts';
import { askForCode, enterCode, goToDoor, national, openButton, phones, signIn, status } from '../support/steps.ts';
import type { Operation } from './table.ts';

/** Arranges and sends an operation in a browser; `route` gets the fault. */
export type BrowserOperation = {
  readonly route: string;
  readonly arrange: (page: Page, facility: FacilityControl) => Promise<void>;
  readonly press: (page: Page, facility: FacilityControl) => Promise<void>;
  /** The path of the request that `press` sends. */
  readonly request: RegExp;
};

const ACCESS = 'GET /api/v2/tenant/access';
const VERIFY = 'POST /api/v2/auth/verify-otp';
const refresh = (page: Page) => page.getByRole('button', { name: 'Refresh' });

async function openList(page: Page, facility: FacilityControl) {
  await signIn(page, facility, phones.oneAccount);
  await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
}

/** Pauses the clock, and makes the random delay before the first probe (0 to 6 s) almost 6 s long. */
async function pauseClockBeforeFirstProbe(page: Page) {
  await page.evaluate(() => Object.assign(Math, { random: () => 0.99 }));
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000));
}

const opening = (door: string, path: string): BrowserOperation => ({
  route: `POST /api/v2/${path}/:id/logs`,
  request: /\/logs$/,
  arrange: async (page, facility) => {
    await openList(page, facility);
    await goToDoor(page, door);
  },
  press: async (page) => {
    await openButton(page, door).click();
  },
});

export const browserOperations: Readonly<Record<Operation, BrowserOperation>> = {
  phone: {
    route: 'POST /api/v2/auth/phone',
    request: /auth\/phone$/,
    arrange: async (page) => {
      await page.goto('/sign-in');
      await page.getByRole('textbox', { name: 'Phone number' }).fill(national(phones.oneAccount));
    },
    press: (page) => page.getByRole('button', { name: 'Send code' }).click(),
  },
  verify: {
    route: VERIFY,
    request: /verify-otp$/,
    arrange: async (page) => {
      await page.goto('/');
      await askForCode(page, phones.oneAccount);
    },
    press: async (page, facility) => enterCode(page, await facility.code(phones.oneAccount)),
  },
  'verify with account': {
    route: VERIFY,
    request: /verify-otp$/,
    arrange: async (page, facility) => {
      await page.goto('/');
      await askForCode(page, phones.twoAccounts);
      await enterCode(page, await facility.code(phones.twoAccounts));
      await expect(page.getByRole('heading', { name: 'Choose an account' })).toBeVisible();
    },
    press: (page) => page.getByRole('main').getByRole('listitem').first().getByRole('button').click(),
  },
  access: {
    route: ACCESS,
    request: /tenant\/access$/,
    arrange: async (page) => {
      await page.goto('/');
      await askForCode(page, phones.oneAccount);
    },
    press: async (page, facility) => enterCode(page, await facility.code(phones.oneAccount)),
  },
  'access refresh': {
    route: ACCESS,
    request: /tenant\/access$/,
    arrange: openList,
    press: (page) => refresh(page).click(),
  },
  open: {
    route: 'POST /gateway/locks/:id/open',
    request: /\/open$/,
    arrange: async (page, facility) => {
      await openList(page, facility);
      await goToDoor(page, 'B204');
    },
    press: (page) => openButton(page, 'B204').click(),
  },
  'log lock': opening('B204', 'locks'),
  'log entry point': opening('Building B Door', 'entry-points'),
  health: {
    route: 'GET /api/v2/health',
    request: /health$/,
    /** Makes the API fail until the app probes its health. Then only /health gets the fault. */
    arrange: async (page, facility) => {
      await openList(page, facility);
      await facility.fault({ route: ACCESS, times: 4, status: 503, body: {} });
      for (const sent of [3, 4]) {
        if (sent === 4) await pauseClockBeforeFirstProbe(page);
        await refresh(page).click();
        await expect.poll(() => facility.count('GET', /tenant\/access$/)).toBeGreaterThanOrEqual(1 + sent);
        await expect(async () => {
          if (sent === 4) await page.clock.runFor(10);
          await expect(status(page)).toContainText('As of', { timeout: 100 });
        }).toPass();
      }
      await expect(page.getByRole('alert')).toContainText('cannot be reached right now');
    },
    // Advances the clock to the end of that delay, so that the app sends the probe.
    press: async (page) => {
      await page.clock.runFor(6_000);
      await page.clock.resume();
    },
  },
};
