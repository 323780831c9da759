import { people } from '../../e2e/support/steps.ts';
import { percentile } from '../lib/numbers.ts';
import { type Findings, figure, ms } from './figure.ts';
import { noteInteractions } from './probes.ts';
import { isStill } from './steps.ts';
import { wholePath } from './whole-path.ts';
import { newPhone, slowDown, withApp, withBrowser } from './world.ts';

const RUNS = 5;
/** An interaction of which the browser tells nothing took no longer. Ms. */
const TOLD_FROM_MS = 16;
const SHOWN = 8;

type Interaction = { readonly name: string; readonly duration: number };

/** Interaction to next paint along the whole path, as the browser itself times it. */
export async function measureInteractions(): Promise<Findings> {
  const told: Interaction[] = [];
  let count = 0;
  for (let run = 0; run < RUNS; run++) {
    await withApp((app) =>
      withBrowser(async (browser) => {
        const context = await newPhone(browser);
        const page = await context.newPage();
        await page.addInitScript(noteInteractions);
        await page.goto(`${app.url}/icon.svg`);
        await slowDown(page);
        await wholePath(page, app, people.oneAccount);
        await isStill(page);
        told.push(...(await page.evaluate(() => [...window.interactions.values()])));
        count += await page.evaluate(() => performance.interactionCount);
      }),
    );
  }
  const untold = new Array<number>(Math.max(0, count - told.length)).fill(TOLD_FROM_MS);
  const p98 = percentile([...told.map(({ duration }) => duration), ...untold], 98);
  const longest = told.toSorted((a, b) => b.duration - a.duration).slice(0, SHOWN);
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
