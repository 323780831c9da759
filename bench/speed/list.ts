import type { Page } from '@playwright/test';
import { phones } from '../../e2e/support/steps.ts';
import { median } from '../lib/numbers.ts';
import { newPhone, slowDown, withApp, withBrowser } from './environment.ts';
import { type Findings, figure, ms } from './figure.ts';
import { recordFirstShown } from './probes.ts';
import { clearAllButSession, signIn } from './steps.ts';
import { shownAt } from './visit.ts';

const ROUNDS = 9;
const WARM_UP = 2;
const FEW = 10;

/** Time from the last byte of the access response to the painted list, with many and with few doors. */
export async function measureFirstList(): Promise<Findings> {
  return withApp((app) =>
    withBrowser(async (browser) => {
      const context = await newPhone(browser);
      const page = await context.newPage();
      await signIn(page, app, phones.tenThousand);
      await page.addInitScript(recordFirstShown, '.door-link');
      const timings = { many: [] as number[], few: [] as number[] };
      for (let round = -WARM_UP; round < ROUNDS; round++) {
        for (const name of ['many', 'few'] as const) {
          app.keepDoors(name === 'few' ? FEW : null);
          const shown = await loadList(page, app.url);
          if (round >= 0) timings[name].push(shown);
        }
      }
      const ratio = median(timings.many.map((many, nth) => many / (timings.few[nth] ?? Number.NaN)));
      const absolute = `${ms(median(timings.many))}; ${FEW} doors ${ms(median(timings.few))}`;
      const what = `from the answer to the list on the screen, 10,000 doors against ${FEW}, 4× CPU`;
      return { figures: [figure(what, ratio, '×', { atMost: 6 }, absolute)] };
    }),
  );
}

async function loadList(page: Page, url: string): Promise<number> {
  await clearAllButSession(page, url);
  await slowDown(page);
  await page.goto(`${url}/doors`, { waitUntil: 'commit' });
  const shown = await shownAt(page);
  const answered = await page.evaluate(() => {
    const calls = performance.getEntriesByType('resource').filter(({ name }) => /\/tenant\/access$/.test(name));
    return (calls[0] as PerformanceResourceTiming | undefined)?.responseEnd ?? Number.NaN;
  });
  return shown - answered;
}
