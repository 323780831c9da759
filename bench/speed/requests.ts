import { phones } from '../../e2e/support/steps.ts';
import { median } from '../lib/numbers.ts';
import { newPhone, withApp, withBrowser } from './environment.ts';
import { type Findings, figure, ms } from './figure.ts';
import { recordFirstShown } from './probes.ts';
import { clearAllButSession, doorLinks, signIn } from './steps.ts';
import { shownAt } from './visit.ts';

const ROUNDS = 5;
/** Long enough that all other times are negligible. Ms. */
const LATENCY_MS = 1000;
const ACCESS = /\/tenant\/access$/;
const CONFIG = /\/config\.json$/;
/** The HTML, then config.json; the scripts are cached. */
const BEFORE_ACCESS = 2;

/** The requests of one start, and of a second tab right after it. */
export async function measureRequests(): Promise<Findings> {
  return withApp((app) =>
    withBrowser(async (browser) => {
      const context = await newPhone(browser);
      const page = await context.newPage();
      await signIn(page, app, phones.oneAccount);
      await page.addInitScript(recordFirstShown, '.door-link');
      const devtools = await context.newCDPSession(page);
      const starts: {
        readonly config: number;
        readonly access: number;
        readonly rounds: number;
        readonly startMs: number;
      }[] = [];
      for (let nth = 0; nth < ROUNDS; nth++) {
        await clearAllButSession(page, app.url);
        await devtools.send('Network.emulateNetworkConditions', slow(LATENCY_MS));
        await page.goto(`${app.url}/doors`, { waitUntil: 'commit' });
        await shownAt(page);
        const asked = await page.evaluate(() =>
          performance.getEntriesByType('resource').map(({ name, startTime }) => ({ name, startTime })),
        );
        const access = asked.filter(({ name }) => ACCESS.test(name));
        const startMs = access[0]?.startTime ?? Number.NaN;
        starts.push({
          config: asked.filter(({ name }) => CONFIG.test(name)).length,
          access: access.length,
          rounds: Math.floor(startMs / LATENCY_MS),
          startMs,
        });
        await devtools.send('Network.emulateNetworkConditions', slow(0));
      }
      const before = await app.facility.count('GET', ACCESS);
      const second = await context.newPage();
      await second.goto(`${app.url}/doors`);
      await doorLinks(second).first().waitFor();
      await second.waitForLoadState('networkidle');
      const asked = (await app.facility.count('GET', ACCESS)) - before;
      const of = (fact: keyof (typeof starts)[number]) => median(starts.map((start) => start[fact]));
      const left = `leaves ${ms(of('startMs'))} after the start where each trip takes ${LATENCY_MS} ms`;
      return {
        figures: [
          figure('one start, signed in: calls for config.json', of('config'), 'calls', { exactly: 1 }),
          figure('access calls', of('access'), 'calls', { exactly: 1 }),
          figure(
            'round trips before the access call leaves',
            of('rounds'),
            'round trips',
            { atMost: BEFORE_ACCESS },
            left,
          ),
          figure('a second tab within 30 s: access calls', asked, 'calls', { exactly: 0 }),
        ],
      };
    }),
  );
}

function slow(latency: number) {
  return { offline: false, latency, downloadThroughput: -1, uploadThroughput: -1 };
}
