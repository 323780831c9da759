import type { Browser, Page } from '@playwright/test';
import { people } from '../../e2e/support/steps.ts';
import { median, percentile } from '../lib/numbers.ts';
import { type Findings, figure, ms } from './figure.ts';
import { notePresses, type Press } from './probes.ts';
import { goTo, open, openable, signIn } from './steps.ts';
import { type App, newPhone, slowDown, startApp, withBrowser } from './world.ts';

const SERIES = 3;
const PRESSES = 20;
const WARM_UP = 5;
const FEW = 10;
/** By the time its turn comes again a door has long been ready again. */
const DOORS = 9;

type Person = { readonly page: Page; readonly addresses: readonly string[]; presses: number };

/** From the finger on the button to the command's `fetch`, with many doors on the list and with few. */
export async function measurePress(): Promise<Findings> {
  const apps = [await startApp(), await startApp()] as const;
  try {
    return await withBrowser(async (browser) => {
      const many = await personAt(browser, apps[0], null);
      const few = await personAt(browser, apps[1], FEW);
      const series: { readonly many: readonly Press[]; readonly few: readonly Press[] }[] = [];
      for (let nth = 0; nth < SERIES; nth++) {
        const took = { many: [] as Press[], few: [] as Press[] };
        for (let press = nth === 0 ? -WARM_UP : 0; press < PRESSES; press++) {
          const pair = { many: await pressOnce(many), few: await pressOnce(few) };
          if (press < 0) continue;
          took.many.push(pair.many);
          took.few.push(pair.few);
        }
        series.push(took);
      }
      return judge(series);
    });
  } finally {
    for (const app of apps) await app.close();
  }
}

async function personAt(browser: Browser, app: App, doors: number | null): Promise<Person> {
  app.keepDoors(doors);
  const context = await newPhone(browser);
  const page = await context.newPage();
  await page.addInitScript(notePresses);
  await signIn(page, app, people.tenThousand);
  await slowDown(page);
  return { page, addresses: await openable(page, DOORS), presses: 0 };
}

async function pressOnce(person: Person): Promise<Press> {
  const { page, addresses } = person;
  await page.bringToFront();
  await goTo(page, addresses[person.presses++ % addresses.length] ?? '');
  await page.locator('.unlock[data-state="ready"]').waitFor();
  await open(page);
  return page.evaluate(() => window.pressesNoted.pop() ?? { all: Number.NaN, ours: Number.NaN });
}

type Series = readonly { readonly many: readonly Press[]; readonly few: readonly Press[] }[];

/**
 * The bar in ms is held against what the page does with a press. The way of a press to the page is the browser's; what
 * keeps the page busy meanwhile shows in the ratio, which is of the whole.
 */
function judge(series: Series): Findings {
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
        `${what}, from when the page hears of it`,
        ours,
        'ms',
        { atMost: 16 },
        `${SERIES} × ${PRESSES} presses; from the finger ${ms(whole)}, median ${ms(middle)}`,
      ),
      figure(
        `the same from the finger, against ${FEW} doors`,
        ratio,
        '×',
        { atMost: 1.3 },
        `${ms(whole)}; ${FEW} doors ${ms(wholeOfFew)}`,
      ),
    ],
  };
}
