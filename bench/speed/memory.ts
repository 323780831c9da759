import type { CDPSession, Page } from '@playwright/test';
import { phones } from '../../e2e/support/steps.ts';
import { newPhone, withApp, withBrowser } from './environment.ts';
import { type Findings, figure } from './figure.ts';
import { goBack, open, permittedDoors, refresh, signIn, tap } from './steps.ts';

const FIRST = 20;
const LAST = 200;
/** Enough doors that each is ready again before it is opened the next time. */
const DOORS = 40;
const MB = 1_000_000;
/**
 * V8 compiles hot functions until the last round and keeps their machine code on the same heap: of 0.95 MB growth, 0.6 MB
 * was machine code. Without it, only the page's own objects are measured.
 */
const WITHOUT_MACHINE_CODE = ['--js-flags=--no-opt --no-maglev --no-sparkplug'];

/** The heap size after many rounds relative to after few. */
export async function measureMemory(): Promise<Findings> {
  return withApp((app) =>
    withBrowser(async (browser) => {
      app.keepDoors(DOORS + DOORS / 4);
      const context = await newPhone(browser);
      const page = await context.newPage();
      await signIn(page, app, phones.tenThousand);
      const devtools = await context.newCDPSession(page);
      const addresses = await permittedDoors(page, DOORS);
      const opened = await measureHeap(devtools, async (nth) =>
        openAndBack(page, addresses[nth % addresses.length] ?? ''),
      );
      const refreshed = await measureHeap(devtools, () => refresh(page));
      const row = (what: string, { first, last }: HeapSizes) =>
        figure(
          `heap after ${LAST} ${what}, against after ${FIRST}`,
          last / first,
          '×',
          { atMost: 1.1 },
          `${(last / MB).toFixed(2)} MB; ${(first / MB).toFixed(2)} MB`,
        );
      return { figures: [row('times of opening a door and going back', opened), row('refreshes', refreshed)] };
    }, WITHOUT_MACHINE_CODE),
  );
}

async function openAndBack(page: Page, address: string): Promise<void> {
  await tap(page.locator(`.door-link[href="${address}"]`));
  await page.locator('.unlock[data-state="ready"]').waitFor();
  await open(page);
  await goBack(page);
}

type HeapSizes = { readonly first: number; readonly last: number };

async function measureHeap(devtools: CDPSession, round: (nth: number) => Promise<void>): Promise<HeapSizes> {
  let first = Number.NaN;
  for (let nth = 1; nth <= LAST; nth++) {
    await round(nth);
    if (nth === FIRST) first = await heap(devtools);
  }
  return { first, last: await heap(devtools) };
}

/** Bytes of reachable objects. */
async function heap(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.enable');
  // A second collection frees what the first one finalises.
  for (let time = 0; time < 3; time++) await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  await devtools.send('HeapProfiler.disable');
  return usedSize;
}
