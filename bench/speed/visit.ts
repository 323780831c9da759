import type { BrowserContext, Page } from '@playwright/test';
import { phones } from '../../e2e/support/steps.ts';
import { median } from '../lib/numbers.ts';
import { type App, newPhone, slowDown, startApp, withApp, withBrowser } from './environment.ts';
import { type Findings, figure, ms } from './figure.ts';
import { buildPage, buildRows, type Row } from './pages.ts';
import { recordFirstShown } from './probes.ts';
import { PATIENCE_MS, signIn } from './steps.ts';

const ROUNDS = 11;
/** The browser writes its code cache only after some visits. */
const WARM_UP = 3;

/** Time until the doors are painted on a signed-in visit with a warm cache. */
export async function measureSecondVisit(): Promise<Findings> {
  return withApp((app) =>
    withBrowser(async (browser) => {
      const context = await newPhone(browser);
      const rows = await signInForRows(context, app);
      const bare = await startApp(await buildRows(rows));
      const empty = await startApp(await buildPage('empty'));
      try {
        const pages = {
          ours: await visitor(context, `${app.url}/doors`, '.door-link'),
          bare: await visitor(context, bare.url, '.door-link'),
          empty: await visitor(context, empty.url, '.shown'),
        };
        const durations = { ours: [] as number[], bare: [] as number[], empty: [] as number[] };
        for (let round = -WARM_UP; round < ROUNDS; round++) {
          for (const name of ['empty', 'bare', 'ours'] as const) {
            const shown = await pages[name]();
            if (round >= 0) durations[name].push(shown);
          }
        }
        return toFindings(durations, rows.length);
      } finally {
        await bare.close();
        await empty.close();
      }
    }),
  );
}

/** Signs in and reads the rows for the reference page from the list. */
async function signInForRows(context: BrowserContext, app: App): Promise<Row[]> {
  const page = await context.newPage();
  await signIn(page, app, phones.oneAccount);
  const rows = await page.locator('.door').evaluateAll((cards) =>
    cards.map((card) => ({
      id: card.querySelector('.door-link')?.getAttribute('href') ?? '',
      name: card.querySelector('.door-link')?.textContent ?? '',
      kind: card.querySelector('.soft')?.textContent ?? '',
      state: card.querySelector('.door-state')?.textContent ?? '',
    })),
  );
  await page.close();
  return rows;
}

/** A tab that repeatedly visits one URL. Each call returns ms from the start of the navigation to the paint. */
async function visitor(context: BrowserContext, address: string, selector: string): Promise<() => Promise<number>> {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.addInitScript(recordFirstShown, selector);
  return async () => {
    await page.goto(new URL('/icon.svg', address).href);
    await slowDown(page);
    await page.bringToFront();
    await page.goto(address, { waitUntil: 'commit' });
    return shownAt(page);
  };
}

/** Ms from the start of the navigation to the first paint of the element of `recordFirstShown`. */
export async function shownAt(page: Page): Promise<number> {
  await page.waitForFunction(() => window.firstShown.paintedAt !== null, undefined, { polling: 100 });
  // Waits for the remaining requests, so that they do not overlap the next visit.
  await page.waitForLoadState('networkidle');
  return page.evaluate(() => window.firstShown.paintedAt ?? Number.NaN);
}

type Durations = {
  readonly ours: readonly number[];
  readonly bare: readonly number[];
  readonly empty: readonly number[];
};

function toFindings({ ours, bare, empty }: Durations, rows: number): Findings {
  const ratio = median(ours.map((duration, nth) => duration / (bare[nth] ?? Number.NaN)));
  const what =
    'second visit, signed in, warm cache, 4× CPU: doors on the screen, against bare React with the same rows';
  const absolute = `${ms(median(ours))}; bare React ${ms(median(bare))}; empty page ${ms(median(empty))}; ${rows} rows`;
  return { figures: [figure(what, ratio, '×', { atMost: 1.4 }, absolute)] };
}
