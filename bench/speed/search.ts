import { people } from '../../e2e/support/steps.ts';
import { median, percentile } from '../lib/numbers.ts';
import { type Findings, figure, ms } from './figure.ts';
import { noteInteractions, noteKeys } from './probes.ts';
import { isStill, searchField, signIn, tap } from './steps.ts';
import { newPhone, slowDown, withApp, withBrowser } from './world.ts';

const SERIES = 3;
/** What is looked for, one after the other; each is typed and taken back key by key. */
const SOUGHT = ['01-12', 'gate 3', '40-240'];
/** As fast as a person types, whether the list has followed or not. Ms. */
const PAUSE_MS = 150;

/** From a key to the paint that shows it, while 10,000 doors are searched. */
export async function measureSearch(): Promise<Findings> {
  return withApp((app) =>
    withBrowser(async (browser) => {
      const context = await newPhone(browser);
      const page = await context.newPage();
      await page.addInitScript(noteKeys);
      await page.addInitScript(noteInteractions);
      await signIn(page, app, people.tenThousand);
      await slowDown(page);
      await tap(searchField(page));
      const series: number[][] = [];
      for (let nth = -1; nth < SERIES; nth++) {
        await page.evaluate(() => {
          window.keysNoted = [];
          window.interactions.clear();
        });
        for (const text of SOUGHT) {
          await page.keyboard.type(text, { delay: PAUSE_MS });
          for (const _ of text) await page.keyboard.press('Backspace', { delay: PAUSE_MS });
        }
        // The last key's paint, too.
        await isStill(page);
        const noted = await page.evaluate(() => window.keysNoted);
        if (nth >= 0) series.push(noted);
      }
      const browsers = await page.evaluate(() => [...window.interactions.values()].map(({ duration }) => duration));
      const p95 = median(series.map((keys) => percentile(keys, 95)));
      const absolute = [
        `median ${ms(median(series.flat()))}`,
        `${SERIES} × ${series[0]?.length ?? 0} keys`,
        browsers.length > 0
          ? `by the browser's own Event Timing ${ms(percentile(browsers, 95))}`
          : "none longer than 16 ms by the browser's own Event Timing",
      ].join('; ');
      const what = 'a key in the search over 10,000 doors to its paint, 4× CPU, 95th percentile';
      return { figures: [figure(what, p95, 'ms', { atMost: 50 }, absolute)] };
    }),
  );
}
