import { phones } from '../../e2e/support/steps.ts';
import { median, percentile } from '../lib/numbers.ts';
import { newPhone, slowDown, withApp, withBrowser } from './environment.ts';
import { type Findings, figure, ms } from './figure.ts';
import { recordInteractions, recordKeys } from './probes.ts';
import { searchField, signIn, tap, waitForIdle } from './steps.ts';

const SERIES = 3;
/** The queries; each is typed and deleted key by key. */
const QUERIES = ['01-12', 'gate 3', '40-240'];
/** The interval between keys, as in fast typing. Ms. */
const PAUSE_MS = 150;

/** Time from a key to the next paint during a search over 10,000 doors. */
export async function measureSearch(): Promise<Findings> {
  return withApp((app) =>
    withBrowser(async (browser) => {
      const context = await newPhone(browser);
      const page = await context.newPage();
      await page.addInitScript(recordKeys);
      await page.addInitScript(recordInteractions);
      await signIn(page, app, phones.tenThousand);
      await slowDown(page);
      await tap(searchField(page));
      const series: number[][] = [];
      for (let nth = -1; nth < SERIES; nth++) {
        await page.evaluate(() => {
          window.recordedKeys = [];
          window.interactions.clear();
        });
        for (const text of QUERIES) {
          await page.keyboard.type(text, { delay: PAUSE_MS });
          for (const _ of text) await page.keyboard.press('Backspace', { delay: PAUSE_MS });
        }
        // Waits for the paint of the last key.
        await waitForIdle(page);
        const keys = await page.evaluate(() => window.recordedKeys);
        if (nth >= 0) series.push(keys);
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
