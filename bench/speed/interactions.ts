import { phones } from '../../e2e/support/steps.ts';
import { percentile } from '../lib/numbers.ts';
import { newPhone, slowDown, withApp, withBrowser } from './environment.ts';
import { type Findings, figure, ms } from './figure.ts';
import { recordInteractions } from './probes.ts';
import { waitForIdle } from './steps.ts';
import { wholePath } from './whole-path.ts';

const RUNS = 5;
/** The browser reports only interactions longer than this. Ms. */
const REPORTED_FROM_MS = 16;
const SHOWN = 8;

type Interaction = { readonly name: string; readonly duration: number };

/** Interaction to next paint along the whole path, by the browser's Event Timing. */
export async function measureInteractions(): Promise<Findings> {
  const reported: Interaction[] = [];
  let count = 0;
  for (let run = 0; run < RUNS; run++) {
    await withApp((app) =>
      withBrowser(async (browser) => {
        const context = await newPhone(browser);
        const page = await context.newPage();
        await page.addInitScript(recordInteractions);
        await page.goto(`${app.url}/icon.svg`);
        await slowDown(page);
        await wholePath(page, app, phones.oneAccount);
        await waitForIdle(page);
        reported.push(...(await page.evaluate(() => [...window.interactions.values()])));
        count += await page.evaluate(() => performance.interactionCount);
      }),
    );
  }
  const unreported = new Array<number>(Math.max(0, count - reported.length)).fill(REPORTED_FROM_MS);
  const p98 = percentile([...reported.map(({ duration }) => duration), ...unreported], 98);
  const longest = reported.toSorted((a, b) => b.duration - a.duration).slice(0, SHOWN);
  return {
    figures: [
      figure(
        'interaction to next paint along the whole path, 4× CPU, 98th percentile',
        count === 0 ? Number.NaN : p98,
        'ms',
        { atMost: 100 },
        `${count} interactions in ${RUNS} runs`,
      ),
    ],
    details: [
      {
        title: 'The longest interactions',
        rows: longest.map(({ name, duration }) => ({ interaction: name, 'to next paint': ms(duration) })),
      },
    ],
  };
}
