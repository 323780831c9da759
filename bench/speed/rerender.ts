import type { Page } from '@playwright/test';
import { phones } from '../../e2e/support/steps.ts';
import { median } from '../lib/numbers.ts';
import { type App, newPhone, withApp, withBrowser } from './environment.ts';
import { type Findings, figure } from './figure.ts';
import { recordRenders } from './probes.ts';
import { refresh, signIn, waitForIdle } from './steps.ts';

const ROUNDS = 7;
const TRIES = 30;
/** A unit past due. */
const CHANGED = 'unit_site_large_01_6';
const STEPS = 200;
const STEP_PX = 500;

/** The cards that a refresh renders when one of 10,000 doors changes. */
export async function measureRerender(): Promise<Findings> {
  return withApp((app) =>
    withBrowser(async (browser) => {
      const context = await newPhone(browser);
      const page = await context.newPage();
      await page.addInitScript(recordRenders);
      await signIn(page, app, phones.tenThousand);
      await scrollTo(page, CHANGED);
      const shown = await page.locator('.door-link').count();
      const rounds: { readonly own: number; readonly others: number }[] = [];
      for (let nth = 0; rounds.length < ROUNDS && nth < TRIES; nth++) {
        const { cards, ticked } = await refreshWith(page, app, nth);
        // All doors render every ten seconds, when `now` changes; a round in which that happens is discarded.
        if (ticked) continue;
        const doors = [...new Set(cards)];
        rounds.push({
          own: doors.filter((id) => id === CHANGED).length,
          others: doors.filter((id) => id !== CHANGED).length,
        });
      }
      const absolute = `${ROUNDS} refreshes, ${shown} cards in the document`;
      return {
        figures: [
          figure(
            'a refresh that changes 1 of 10,000 doors: renders the card of that door',
            median(rounds.map(({ own }) => own)),
            'cards',
            { exactly: 1 },
            absolute,
          ),
          figure('and of others', median(rounds.map(({ others }) => others)), 'cards', { exactly: 0 }, absolute),
        ],
      };
    }),
  );
}

/** Scrolls down the list to a door. */
async function scrollTo(page: Page, door: string): Promise<void> {
  const link = page.locator(`.door-link[href="/doors/${door}"]`);
  for (let step = 0; step < STEPS && (await link.count()) === 0; step++) {
    await page.evaluate((down) => {
      scrollBy(0, down);
      return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    }, STEP_PX);
  }
  await link.scrollIntoViewIfNeeded();
}

/** Refreshes with another denial reason for the unit. */
async function refreshWith(page: Page, { facility }: App, nth: number): Promise<Window['rendered']> {
  await facility.unit(CHANGED, { forced: nth % 2 === 0 ? { state: 'tenant_denied', reason: 'system_lockout' } : null });
  await page.evaluate(() => Object.assign(window.rendered, { cards: [], ticked: false }));
  await refresh(page);
  await waitForIdle(page);
  return page.evaluate(() => window.rendered);
}
