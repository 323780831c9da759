import type { Browser, Page } from '@playwright/test';
import { phones } from '../../e2e/support/steps.ts';
import { median, percentile } from '../lib/numbers.ts';
import { type App, newPhone, slowDown, startApp, withBrowser } from './environment.ts';
import { type Findings, figure, ms } from './figure.ts';
import { type Press, recordPresses } from './probes.ts';
import { goTo, open, permittedDoors, signIn } from './steps.ts';

const SERIES = 3;
const PRESSES = 20;
const WARM_UP = 5;
const FEW = 10;
/** Enough doors that each is ready again before it is opened the next time. */
const DOORS = 9;

type Session = { readonly page: Page; readonly addresses: readonly string[]; presses: number };

/** Time from the press to the command's `fetch`, with many and with few doors on the list. */
export async function measurePress(): Promise<Findings> {
  const apps = [await startApp(), await startApp()] as const;
  try {
    return await withBrowser(async (browser) => {
      const many = await openSession(browser, apps[0], null);
      const few = await openSession(browser, apps[1], FEW);
      const series: { readonly many: readonly Press[]; readonly few: readonly Press[] }[] = [];
      for (let nth = 0; nth < SERIES; nth++) {
        const timings = { many: [] as Press[], few: [] as Press[] };
        for (let press = nth === 0 ? -WARM_UP : 0; press < PRESSES; press++) {
          const pair = { many: await pressOnce(many), few: await pressOnce(few) };
          if (press < 0) continue;
          timings.many.push(pair.many);
          timings.few.push(pair.few);
        }
        series.push(timings);
      }
      return toFindings(series);
    });
  } finally {
    for (const app of apps) await app.close();
  }
}

async function openSession(browser: Browser, app: App, doors: number | null): Promise<Session> {
  app.keepDoors(doors);
  const context = await newPhone(browser);
  const page = await context.newPage();
  await page.addInitScript(recordPresses);
  await signIn(page, app, phones.tenThousand);
  await slowDown(page);
  return { page, addresses: await permittedDoors(page, DOORS), presses: 0 };
}

async function pressOnce(session: Session): Promise<Press> {
  const { page, addresses } = session;
  await page.bringToFront();
  await goTo(page, addresses[session.presses++ % addresses.length] ?? '');
  await page.locator('.unlock[data-state="ready"]').waitFor();
  await open(page);
  return page.evaluate(() => window.recordedPresses.pop() ?? { all: Number.NaN, ours: Number.NaN });
}

type Series = readonly { readonly many: readonly Press[]; readonly few: readonly Press[] }[];

/**
 * The bar in ms applies to the time since the click handler, without the browser's input latency. The ratio compares the
 * whole times, which include a busy main thread.
 */
function toFindings(series: Series): Findings {
  const p95 = (presses: readonly Press[], part: keyof Press) =>
    percentile(
      presses.map((press) => press[part]),
      95,
    );
  const ours = median(series.map(({ many }) => p95(many, 'ours')));
  const whole = median(series.map(({ many }) => p95(many, 'all')));
  const wholeOfFew = median(series.map(({ few }) => p95(few, 'all')));
  const ratio = median(series.map(({ many, few }) => p95(many, 'all') / p95(few, 'all')));
  const middle = median(series.flatMap(({ many }) => many.map(({ all }) => all)));
  const what = 'press to the request, 10,000 doors, 4× CPU, 95th percentile';
  return {
    figures: [
      figure(
        `${what}, from the click handler`,
        ours,
        'ms',
        { atMost: 16 },
        `${SERIES} × ${PRESSES} presses; from the input ${ms(whole)}, median ${ms(middle)}`,
      ),
      figure(
        `the same from the input, against ${FEW} doors`,
        ratio,
        '×',
        { atMost: 1.3 },
        `${ms(whole)}; ${FEW} doors ${ms(wholeOfFew)}`,
      ),
    ],
  };
}
