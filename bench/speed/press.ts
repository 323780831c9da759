import type { Browser, Page } from '@playwright/test';
import { people } from '../../e2e/support/steps.ts';
import { median, percentile } from '../lib/numbers.ts';
import { type Findings, figure, ms } from './figure.ts';
import { notePresses } from './probes.ts';
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
      const series: { readonly many: readonly number[]; readonly few: readonly number[] }[] = [];
      for (let nth = 0; nth < SERIES; nth++) {
        const took = { many: [] as number[], few: [] as number[] };
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

async function pressOnce(person: Person): Promise<number> {
  const { page, addresses } = person;
  await page.bringToFront();
  await goTo(page, addresses[person.presses++ % addresses.length] ?? '');
  await page.locator('.unlock[data-state="ready"]').waitFor();
  await open(page);
  return page.evaluate(() => window.pressesNoted.pop() ?? Number.NaN);
}

type Series = readonly { readonly many: readonly number[]; readonly few: readonly number[] }[];

function judge(series: Series): Findings {
  const p95 = (presses: readonly number[]) => percentile(presses, 95);
  const many = median(series.map((one) => p95(one.many)));
  const ratio = median(series.map((one) => p95(one.many) / p95(one.few)));
  const middles = `medians ${ms(median(series.flatMap((one) => one.many)))} and ${ms(median(series.flatMap((one) => one.few)))}`;
  const what = 'press to the request, 10,000 doors, 4× CPU, 95th percentile';
  return {
    figures: [
      figure(what, many, 'ms', { atMost: 16 }, `${SERIES} × ${PRESSES} presses`),
      figure(
        `the same against ${FEW} doors`,
        ratio,
        '×',
        { atMost: 1.3 },
        `${ms(many)}; ${FEW} doors ${ms(median(series.map((one) => p95(one.few))))}; ${middles}`,
      ),
    ],
  };
}
