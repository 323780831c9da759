import type { Page } from '@playwright/test';
import fc from 'fast-check';
import { personalValues, readDevice } from './support/device.ts';
import type { FacilityControl } from './support/facility.ts';
import { goTo, goToDoor, openButton, phones, signIn, signInAgain, signOut, status } from './support/steps.ts';
import { expect, test } from './support/test.ts';

/* What sign-out leaves on a device: from each page, in each situation, after random actions. */

type Session = { readonly page: Page; readonly facility: FacilityControl };

const DOOR = 'B204';
const REPORTS = 'POST /api/v2/locks/:id/logs';
const ACCESS = 'GET /api/v2/tenant/access';

const toDoors = (page: Page) => goTo(page, 'doors');

/** Actions that write to the device; each starts and ends on a signed-in page. */
const ACTIONS: Readonly<Record<string, (session: Session) => Promise<void>>> = {
  'opens a door': async ({ page }) => {
    await toDoors(page);
    await goToDoor(page, DOOR);
    await openButton(page, DOOR).click();
    await expect(status(page)).toContainText(/Opened at|already open/);
  },
  'has a report that cannot be sent': async (session) => {
    await session.facility.fault({ route: REPORTS, times: 0, status: 503, body: {} });
    await ACTIONS['opens a door']?.(session);
  },
  'is rate-limited': async ({ page, facility }) => {
    await toDoors(page);
    await facility.fault({ route: ACCESS, status: 429, headers: { 'retry-after': '1' }, body: {} });
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(page.getByRole('alert')).toContainText('Too many attempts');
    await expect(page.getByRole('alert')).toHaveCount(0);
  },
  'loses the token and signs in again': async ({ page, facility }) => {
    await toDoors(page);
    await goToDoor(page, DOOR);
    await facility.expireTokens();
    await openButton(page, DOOR).click();
    await expect(page.getByText('You were signed out')).toBeVisible();
    await signInAgain(page, facility, phones.oneAccount);
    await expect(openButton(page, DOOR)).toBeVisible();
  },
  'leaves the app and returns': async ({ page }) => {
    await page.goto('about:blank');
    await page.goto('/doors');
    await expect(page.getByRole('link', { name: DOOR })).toBeVisible();
  },
  'pins a door': async ({ page }) => {
    await toDoors(page);
    await goToDoor(page, DOOR);
    await page.getByRole('button', { name: `Pin ${DOOR} to the top` }).click();
  },
  'views the activity': async ({ page }) => {
    await goTo(page, 'activity');
    await expect(page.getByRole('heading', { name: 'Activity' })).toBeVisible();
  },
};

const PAGES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'the list': toDoors,
  'a door': async (page) => {
    await toDoors(page);
    await goToDoor(page, DOOR);
  },
  activity: (page) => goTo(page, 'activity'),
  help: (page) => goTo(page, 'help'),
};

const SITUATIONS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  online: async () => {},
  offline: (page) => page.context().setOffline(true),
  'after a reload': (page) => page.reload(),
  'with a second tab': async (page) => {
    const other = await page.context().newPage();
    await other.goto('/doors');
    await expect(other.getByRole('link', { name: DOOR })).toBeVisible();
  },
};

const cells = Object.keys(PAGES).flatMap((place) => Object.keys(SITUATIONS).map((situation) => ({ place, situation })));
/** A fixed seed gives the same sequences in every run. */
const seed = Number(process.env.SIGN_OUT_SEED ?? 2026);
const sequences = fc.sample(fc.shuffledSubarray(Object.keys(ACTIONS), { minLength: 2, maxLength: 4 }), {
  numRuns: cells.length,
  seed,
});

for (const [nth, { place, situation }] of cells.entries()) {
  const actions = sequences[nth] ?? [];
  test(`sign-out on ${place}, ${situation}, leaves no data of a tenant who ${actions.join(', ')}`, async ({
    page,
    facility,
  }) => {
    const facts = new Set([DOOR, '3035550101', '303) 555-0101']);
    page.on('response', async (response) => {
      if (!/verify-otp$|tenant\/access$/.test(response.url()) || response.status() !== 200) return;
      for (const fact of personalValues(await response.json().catch(() => null))) facts.add(fact);
    });
    await signIn(page, facility, phones.oneAccount);
    await expect(page.getByRole('link', { name: DOOR })).toBeVisible();
    for (const action of actions) await ACTIONS[action]?.({ page, facility });
    await PAGES[place]?.(page);
    await SITUATIONS[situation]?.(page);
    expect(remainingData([...facts], await readDevice(page)), 'data before sign-out').not.toEqual([]);

    await signOut(page);
    for (const tab of page.context().pages()) {
      await expect(tab).toHaveURL(/\/sign-in$/);
      await expect.poll(async () => remainingData([...facts], await readDevice(tab))).toEqual([]);
    }
    // Only the ended session is left: no rate-limit windows and no pending cleanup.
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage))).toEqual(['door-access:session']);
  });
}

/** The places that still have personal data. In unsent reports, only the door name and the message count as personal data. */
function remainingData(
  facts: readonly string[],
  { places, history }: Awaited<ReturnType<typeof readDevice>>,
): string[] {
  const inPlaces = Object.entries(places).flatMap(([place, text]) =>
    facts.filter((fact) => text.includes(fact)).map((fact) => `${place}: ${fact}`),
  );
  const inHistory = history
    .filter(({ doorName, outcome, report }) => report.kind !== 'due' || doorName !== null || outcome.message)
    .map((record) => `history: ${JSON.stringify(record)}`);
  return [...inPlaces, ...inHistory];
}
