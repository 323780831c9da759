import type { Page } from '@playwright/test';
import {
  askForCode,
  enterCode,
  goTo,
  goToDoor,
  openButton,
  phones,
  signInThroughScreens,
  status,
} from './support/steps.ts';
import { expect, test } from './support/test.ts';

type Shift = { readonly value: number; readonly hadRecentInput: boolean; readonly moved: string };

/** Records layout shifts from the first paint on (Layout Instability API). */
async function watchShifts(page: Page): Promise<() => Promise<readonly Shift[]>> {
  await page.addInitScript(() => {
    const shifts: Shift[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput, sources } = entry as PerformanceEntry & {
          value: number;
          hadRecentInput: boolean;
          sources: readonly { node: Node | null }[];
        };
        const moved = sources.map(({ node }) => (node instanceof Element ? node.outerHTML.slice(0, 80) : '')).join(' ');
        shifts.push({ value, hadRecentInput, moved });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts);
}

/** Imitates fonts of other widths, so that the result does not depend on the installed fonts. */
const LETTERS = { narrow: '-0.07em', usual: 'normal' } as const;

async function spaceLetters(page: Page, spacing: string): Promise<void> {
  await page.addInitScript((value) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { letter-spacing: ${value} !important }`);
    document.adoptedStyleSheets = [sheet];
  }, spacing);
}

const ROUTES = ['/api/v2/auth/phone', '/api/v2/auth/verify-otp', '/api/v2/tenant/access', '/gateway/:place/:id/open'];
/** Longer than the 500 ms after an input during which the API does not count shifts. Ms. */
const SLOW_MS = 700;

for (const [letters, spacing] of Object.entries(LETTERS)) {
  test(`shifts no layout from sign-in to activity, with ${letters} letters and slow responses`, async ({
    page,
    facility,
  }) => {
    for (const route of ROUTES) await facility.fault({ route, delayMs: SLOW_MS, times: 0 });
    await spaceLetters(page, spacing);
    const shifts = await watchShifts(page);
    await page.goto('/');
    await askForCode(page, phones.twoAccounts);
    await enterCode(page, await facility.code(phones.twoAccounts));
    await page.getByRole('main').getByRole('listitem').first().getByRole('button').click();
    await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
    const door = (await page.getByRole('main').getByRole('listitem').getByRole('link').first().textContent()) ?? '';
    await goToDoor(page, door);
    await openButton(page, door).click();
    await expect(status(page)).toContainText('Opened at');
    await expect(status(page)).toContainText('is over', { timeout: 7_000 });
    await goTo(page, 'activity');
    await expect(page.getByRole('listitem').filter({ hasText: door })).toBeVisible();
    const moved = (await shifts()).filter(({ hadRecentInput }) => !hadRecentInput);
    expect(
      moved.reduce((sum, { value }) => sum + value, 0),
      JSON.stringify(moved),
    ).toBe(0);
  });
}

test('shifts no layout when a signed-in tenant returns to the list', async ({ page, facility }) => {
  await signInThroughScreens(page, facility, phones.everyState);
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
  const shifts = await watchShifts(page);
  await page.reload();
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
  const moved = (await shifts()).filter(({ hadRecentInput }) => !hadRecentInput);
  expect(
    moved.reduce((sum, { value }) => sum + value, 0),
    JSON.stringify(moved),
  ).toBe(0);
});
