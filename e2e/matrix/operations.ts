import { expect, type Page } from '@playwright/test';
import type { FacilityControl } from '../support/facility.ts';
import { askForCode, enterCode, goToDoor, national, openButton, people, signIn, status } from '../support/steps.ts';
import type { Operation } from './table.ts';

/** How a person comes to send it: everything before, the route that is tampered with, and the press. */
export type Way = {
  readonly route: string;
  readonly arrange: (page: Page, facility: FacilityControl) => Promise<void>;
  readonly press: (page: Page, facility: FacilityControl) => Promise<void>;
  /** Where the press is answered, apart from what it leads to. */
  readonly request: RegExp;
};

const ACCESS = 'GET /api/v2/tenant/access';
const VERIFY = 'POST /api/v2/auth/verify-otp';
const refresh = (page: Page) => page.getByRole('button', { name: 'Refresh' });

async function toTheList(page: Page, facility: FacilityControl) {
  await signIn(page, facility, people.oneAccount);
  await expect(page.getByRole('link', { name: 'B204' })).toBeVisible();
}

/** From here on only the test moves the clock, and the pause, drawn from none to six seconds, is all but six. */
async function holdBeforeTheFirstPause(page: Page) {
  await page.evaluate(() => Object.assign(Math, { random: () => 0.99 }));
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000));
}

const opening = (door: string, path: string): Way => ({
  route: `POST /api/v2/${path}/:id/logs`,
  request: /\/logs$/,
  arrange: async (page, facility) => {
    await toTheList(page, facility);
    await goToDoor(page, door);
  },
  press: async (page) => {
    await openButton(page, door).click();
  },
});

export const ways: Readonly<Record<Operation, Way>> = {
  phone: {
    route: 'POST /api/v2/auth/phone',
    request: /auth\/phone$/,
    arrange: async (page) => {
      await page.goto('/sign-in');
      await page.getByRole('textbox', { name: 'Phone number' }).fill(national(people.oneAccount));
    },
    press: (page) => page.getByRole('button', { name: 'Send code' }).click(),
  },
  verify: {
    route: VERIFY,
    request: /verify-otp$/,
    arrange: async (page) => {
      await page.goto('/');
      await askForCode(page, people.oneAccount);
    },
    press: async (page, facility) => enterCode(page, await facility.code(people.oneAccount)),
  },
  'verify with account': {
    route: VERIFY,
    request: /verify-otp$/,
    arrange: async (page, facility) => {
      await page.goto('/');
      await askForCode(page, people.twoAccounts);
      await enterCode(page, await facility.code(people.twoAccounts));
      await expect(page.getByRole('heading', { name: 'Choose an account' })).toBeVisible();
    },
    press: (page) => page.getByRole('main').getByRole('listitem').first().getByRole('button').click(),
  },
  access: {
    route: ACCESS,
    request: /tenant\/access$/,
    arrange: async (page) => {
      await page.goto('/');
      await askForCode(page, people.oneAccount);
    },
    press: async (page, facility) => enterCode(page, await facility.code(people.oneAccount)),
  },
  'access refresh': {
    route: ACCESS,
    request: /tenant\/access$/,
    arrange: toTheList,
    press: (page) => refresh(page).click(),
  },
  open: {
    route: 'POST /gateway/locks/:id/open',
    request: /\/open$/,
    arrange: async (page, facility) => {
      await toTheList(page, facility);
      await goToDoor(page, 'B204');
    },
    press: (page) => openButton(page, 'B204').click(),
  },
  'log lock': opening('B204', 'locks'),
  'log entry point': opening('Building B Door', 'entry-points'),
  health: {
    route: 'GET /api/v2/health',
    request: /health$/,
    /** The API fails until the app asks for its health instead; then only /health is in trouble, or not even that. */
    arrange: async (page, facility) => {
      await toTheList(page, facility);
      await facility.fault({ route: ACCESS, times: 4, status: 503, body: {} });
      for (const sent of [3, 4]) {
        if (sent === 4) await holdBeforeTheFirstPause(page);
        await refresh(page).click();
        await expect.poll(() => facility.count('GET', /tenant\/access$/)).toBeGreaterThanOrEqual(1 + sent);
        await expect(async () => {
          if (sent === 4) await page.clock.runFor(10);
          await expect(status(page)).toContainText('As of', { timeout: 100 });
        }).toPass();
      }
      await expect(page.getByRole('alert')).toContainText('cannot be reached right now');
    },
    // The press is the clock's: to the end of the longest first pause.
    press: async (page) => {
      await page.clock.runFor(6_000);
      await page.clock.resume();
    },
  },
};
