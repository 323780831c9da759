import type { Page } from '@playwright/test';
import { people } from '../../e2e/support/steps.ts';
import { median } from '../lib/numbers.ts';
import { type Findings, figure } from './figure.ts';
import { noteRendered } from './probes.ts';
import { isStill, refresh, signIn } from './steps.ts';
import { type App, newPhone, withApp, withBrowser } from './world.ts';

const ROUNDS = 7;
const TRIES = 30;
/** One that is past due, and so stands behind those of its location that open. */
const CHANGED = 'unit_site_large_01_6';
const STEPS = 200;
const STEP_PX = 500;

/** A refresh that changes one of 10,000 doors: which cards are rendered again. */
export async function measureRerender(): Promise<Findings> {
  return withApp((app) =>
    withBrowser(async (browser) => {
      const context = await newPhone(browser);
      const page = await context.newPage();
      await page.addInitScript(noteRendered);
      await signIn(page, app, people.tenThousand);
      await scrollTo(page, CHANGED);
      const shown = await page.locator('.door-link').count();
      const rounds: { readonly own: number; readonly others: number }[] = [];
      for (let nth = 0; rounds.length < ROUNDS && nth < TRIES; nth++) {
        const { cards, ticked } = await refreshWith(page, app, nth);
        // Every ten seconds all doors are looked at anew, changed or not; that is no part of a refresh.
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

/** Goes down the list until a door shows. */
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

/** Another reason for which the unit stays closed: the same doors are open, in the same order. */
async function refreshWith(page: Page, { facility }: App, nth: number): Promise<Window['rendered']> {
  await facility.unit(CHANGED, { forced: nth % 2 === 0 ? { state: 'tenant_denied', reason: 'system_lockout' } : null });
  await page.evaluate(() => Object.assign(window.rendered, { cards: [], ticked: false }));
  await refresh(page);
  await isStill(page);
  return page.evaluate(() => window.rendered);
}
