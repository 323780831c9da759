import type { BrowserContext, Page } from '@playwright/test';
import { people } from '../../e2e/support/steps.ts';
import { median } from '../lib/numbers.ts';
import { type Findings, figure, ms } from './figure.ts';
import { buildPage, buildRows, type Row } from './pages.ts';
import { noteFirstShown } from './probes.ts';
import { PATIENCE_MS, signIn } from './steps.ts';
import { type App, newPhone, slowDown, startApp, withApp, withBrowser } from './world.ts';

const ROUNDS = 11;
/** The browser compiles what it keeps only after some visits. */
const WARM_UP = 3;

/** A visit of who is signed in, with everything in the browser's cache, to the doors on the screen. */
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
        const took = { ours: [] as number[], bare: [] as number[], empty: [] as number[] };
        for (let round = -WARM_UP; round < ROUNDS; round++) {
          for (const name of ['empty', 'bare', 'ours'] as const) {
            const shown = await pages[name]();
            if (round >= 0) took[name].push(shown);
          }
        }
        return judge(took, rows.length);
      } finally {
        await bare.close();
        await empty.close();
      }
    }),
  );
}

/** Signs in, and reads off the list what the reference shall show. */
async function signInForRows(context: BrowserContext, app: App): Promise<Row[]> {
  const page = await context.newPage();
  await signIn(page, app, people.oneAccount);
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

/** A tab of its own that visits one address again and again; ms from the navigation's start to the paint. */
async function visitor(context: BrowserContext, address: string, selector: string): Promise<() => Promise<number>> {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.addInitScript(noteFirstShown, selector);
  return async () => {
    await page.goto(new URL('/icon.svg', address).href);
    await slowDown(page);
    await page.bringToFront();
    await page.goto(address, { waitUntil: 'commit' });
    return shownAt(page);
  };
}

/** Ms from the navigation's start to the first paint of what `noteFirstShown` looks for. */
export async function shownAt(page: Page): Promise<number> {
  await page.waitForFunction(() => window.firstShown.paintedAt !== null, undefined, { polling: 100 });
  // What comes after the paint shall not run into the next visit.
  await page.waitForLoadState('networkidle');
  return page.evaluate(() => window.firstShown.paintedAt ?? Number.NaN);
}

type Took = { readonly ours: readonly number[]; readonly bare: readonly number[]; readonly empty: readonly number[] };

function judge({ ours, bare, empty }: Took, rows: number): Findings {
  const ratio = median(ours.map((took, nth) => took / (bare[nth] ?? Number.NaN)));
  const what =
    'second visit, signed in, warm cache, 4× CPU: doors on the screen, against bare React with the same rows';
  const absolute = `${ms(median(ours))}; bare React ${ms(median(bare))}; empty page ${ms(median(empty))}; ${rows} rows`;
  return { figures: [figure(what, ratio, '×', { atMost: 1.4 }, absolute)] };
}
