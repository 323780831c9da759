import lighthouse from 'lighthouse';
import { median } from '../lib/numbers.ts';
import { startApp, withApp, withBrowser } from './environment.ts';
import { type Findings, figure, ms } from './figure.ts';
import { buildPage } from './pages.ts';

const RUNS = 5;

type Paint = { readonly lcp: number; readonly tti: number; readonly score: number };

/** A first visit to sign-in on a phone, with network and CPU throttled by DevTools instead of simulated. */
export async function measureFirstVisit(): Promise<Findings> {
  const empty = await startApp(await buildPage('empty'));
  try {
    return await withApp((app) =>
      withBrowser(async (_browser, port) => {
        const ours: Paint[] = [];
        const theirs: Paint[] = [];
        for (let run = 0; run < RUNS; run++) {
          theirs.push(await visit(empty.url, port));
          ours.push(await visit(app.url, port));
        }
        return toFindings(ours, theirs);
      }),
    );
  } finally {
    await empty.close();
  }
}

async function visit(url: string, port: number): Promise<Paint> {
  const done = await lighthouse(url, {
    port,
    logLevel: 'silent',
    output: 'json',
    onlyCategories: ['performance'],
    formFactor: 'mobile',
    throttlingMethod: 'devtools',
  });
  const report = done?.lhr;
  const lcp = report?.audits['largest-contentful-paint']?.numericValue;
  const tti = report?.audits.interactive?.numericValue;
  const score = report?.categories.performance?.score;
  if (typeof lcp !== 'number' || typeof tti !== 'number' || typeof score !== 'number') {
    throw new Error(`Lighthouse could not measure ${url}: ${report?.runtimeError?.message ?? 'no figures'}`);
  }
  return { lcp, tti, score: Math.round(score * 100) };
}

function toFindings(ours: readonly Paint[], theirs: readonly Paint[]): Findings {
  const of = (runs: readonly Paint[], fact: keyof Paint) => median(runs.map((run) => run[fact]));
  const against = (fact: keyof Paint) =>
    median(ours.map((run, nth) => run[fact] / (theirs[nth]?.[fact] ?? Number.NaN)));
  const both = (fact: keyof Paint) => `${ms(of(ours, fact))}; empty page ${ms(of(theirs, fact))}`;
  const where = 'sign-in, first visit, slow network and 4× CPU';
  return {
    figures: [
      figure(
        `${where}: largest contentful paint against an empty page`,
        against('lcp'),
        '×',
        { atMost: 1.15 },
        both('lcp'),
      ),
      figure(
        `${where}: Lighthouse performance`,
        of(ours, 'score'),
        'points',
        { atLeast: 100 },
        `empty page ${of(theirs, 'score')}`,
      ),
      figure(`${where}: time to interactive against an empty page`, against('tti'), '×', { atMost: 2.5 }, both('tti')),
    ],
  };
}
