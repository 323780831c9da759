import type { Page } from '@playwright/test';
import { people } from '../../e2e/support/steps.ts';
import { median } from '../lib/numbers.ts';
import { type Findings, figure } from './figure.ts';
import { noteRendered } from './probes.ts';
import { openable, refresh, signIn } from './steps.ts';
import { type App, newPhone, withApp, withBrowser } from './world.ts';

const ROUNDS = 7;
const TRIES = 30;

/** A refresh that changes one of 10,000 doors: which cards are rendered again. */
export async function measureRerender(): Promise<Findings> {
  return withApp((app) =>
    withBrowser(async (browser) => {
      const context = await newPhone(browser);
      const page = await context.newPage();
      await page.addInitScript(noteRendered);
      await signIn(page, app, people.tenThousand);
      const shown = await page.locator('.door-link').count();
      const changed = await unitInView(page);
      const rounds: { readonly own: number; readonly others: number }[] = [];
      for (let nth = 0; rounds.length < ROUNDS && nth < TRIES; nth++) {
        const { cards, ticked } = await refreshWith(page, app, changed, nth);
        // Every ten seconds all doors are looked at anew, changed or not; that is no part of a refresh.
        if (ticked) continue;
        const doors = [...new Set(cards)];
        rounds.push({
          own: doors.filter((id) => id === changed).length,
          others: doors.filter((id) => id !== changed).length,
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

/** A unit on the screen that may be opened, and is neither the first nor the last: its place says nothing about it. */
async function unitInView(page: Page): Promise<string> {
  const addresses = await openable(page, 20);
  const unit = addresses
    .map((address) => decodeURIComponent(address.split('/').at(-1) ?? ''))
    .find((id) => /^unit_/.test(id));
  if (unit === undefined) throw new Error('There is no unit on the screen.');
  return unit;
}

/** Changes the moment at which access ends, far off, which moves the door to no other place on the list. */
async function refreshWith(page: Page, { facility }: App, unit: string, nth: number): Promise<Window['rendered']> {
  await facility.unit(unit, { accessExpiresAt: new Date(Date.UTC(2040, 0, 1 + nth)).toISOString() });
  await page.evaluate(() => Object.assign(window.rendered, { cards: [], ticked: false }));
  await refresh(page);
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
  return page.evaluate(() => window.rendered);
}
