import type { Browser, Page } from '@playwright/test';
import { median, percentile } from '../lib/numbers.ts';
import { slowDown, startApp, withBrowser } from './environment.ts';
import { type Findings, figure, ms } from './figure.ts';
import { type Frames, recordFrames } from './frames.ts';
import { buildPage } from './pages.ts';
import { PATIENCE_MS } from './steps.ts';

const SERIES = 3;
/** Larger than the plan in the demo, so that more of it is visible. */
const VIEW = { width: 1280, height: 800 };
/** The number of units, and also the number of entry points. */
const FEW = 5;
/** The interval of pointer events. */
const STEP_MS = 16;
/** The pause between two movements, in which visible doors are drawn in detail. */
const PAUSE_MS = 600;
const WHEEL_PX = 60;
const ZOOM_STEPS = 40;
/** CSS px per step. */
const PANS = [
  { x: -14, y: -6, steps: 40 },
  { x: 10, y: 14, steps: 40 },
  { x: 4, y: -20, steps: 30 },
] as const;

/** Main-thread time per frame while panning and zooming a plan of 10,000 doors. */
export async function measurePlan(): Promise<Findings> {
  const app = await startApp(await buildPage('plan'));
  try {
    return await withBrowser(async (browser) => {
      const many: Frames[] = [];
      const few: Frames[] = [];
      for (let nth = 0; nth < SERIES; nth++) {
        many.push(await visit(browser, app.url));
        few.push(await visit(browser, `${app.url}/?doors=${FEW}`));
      }
      return toFindings(many, few);
    });
  } finally {
    await app.close();
  }
}

async function visit(browser: Browser, url: string): Promise<Frames> {
  const page = await browser.newPage({ viewport: VIEW });
  page.setDefaultTimeout(PATIENCE_MS);
  try {
    await page.goto(url);
    await page.locator('.plan-svg').waitFor();
    // One run without tracing, so that compilation is not measured.
    await panAndZoom(page);
    await slowDown(page);
    return await recordFrames(browser, page, () => panAndZoom(page));
  } finally {
    await page.close();
  }
}

/** Zooms in, pans and zooms out. */
async function panAndZoom(page: Page): Promise<void> {
  const box = await page.locator('.plan-surface').boundingBox();
  if (!box) throw new Error('The plan is not on the screen.');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  await wheel(page, -WHEEL_PX);
  for (const { x, y, steps } of PANS) {
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.down();
    for (let step = 1; step <= steps; step++) {
      await page.mouse.move(middle.x + x * step, middle.y + y * step);
      await page.waitForTimeout(STEP_MS);
    }
    await page.mouse.up();
    await page.waitForTimeout(PAUSE_MS);
  }
  await page.mouse.move(middle.x, middle.y);
  await wheel(page, WHEEL_PX);
}

/** Zooms by the wheel through the whole range. */
async function wheel(page: Page, by: number): Promise<void> {
  for (let step = 0; step < ZOOM_STEPS; step++) {
    await page.mouse.wheel(0, by);
    await page.waitForTimeout(STEP_MS);
  }
  await page.waitForTimeout(PAUSE_MS);
}

function toFindings(many: readonly Frames[], few: readonly Frames[]): Findings {
  const p95 = (series: readonly Frames[], part: keyof Frames) =>
    median(series.map((frames) => percentile(frames[part], 95)));
  const moving = many.flatMap((frames) => frames.moving);
  const ours = p95(many, 'moving');
  const theirs = p95(few, 'moving');
  const what =
    'panning and zooming a plan of 10,000 doors: script, style and layout of a frame, 4× CPU, 95th percentile';
  const absolute = [
    `median ${ms(median(moving))}`,
    `${moving.length} frames`,
    `frames between, in which doors are drawn in detail, ${ms(p95(many, 'resting'))}`,
    `the same plan with ${2 * FEW} doors ${ms(theirs)}, ${(ours / theirs).toFixed(2)} ×`,
  ].join('; ');
  return { figures: [figure(what, ours, 'ms', { atMost: 8 }, absolute)] };
}
