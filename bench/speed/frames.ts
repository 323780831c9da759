import type { Browser, Page } from '@playwright/test';

/** What Chromium's tracing writes down, as far as it is read here. Times in µs. */
type Traced = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly args?: { readonly data?: { readonly type?: string } };
};

/** Ms of script, style and layout on the page's main thread, frame by frame. */
export type Frames = {
  /** Of frames in which the page heard of a hand that moved. */
  readonly moving: readonly number[];
  /** Of the frames between, as far as they showed anything new. */
  readonly resting: readonly number[];
};

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8', 'cc'];
/** Script in all the ways in which it is begun, with its garbage. */
const SCRIPT = ['EvaluateScript', 'FunctionCall', 'EventDispatch', 'FireAnimationFrame', 'TimerFire', 'RunMicrotasks'];
const GARBAGE = ['MinorGC', 'MajorGC'];
/** Style, layout, what lies under the pointer, and the walk over the tree of the layout before it is painted. */
const LAYOUT = ['UpdateLayoutTree', 'Layout', 'HitTest', 'PrePaint'];
const COUNTED = new Set([...SCRIPT, ...GARBAGE, ...LAYOUT]);
const FRAME = 'ProxyMain::BeginMainFrame';
const NOTHING_NEW = 'EarlyOut_NoUpdates';
const HANDS = new Set(['wheel', 'pointermove', 'mousemove']);

/** What the frames cost that were begun while `act` went on. */
export async function framesOf(browser: Browser, page: Page, act: () => Promise<void>): Promise<Frames> {
  await browser.startTracing(page, { categories: CATEGORIES });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { readonly traceEvents: Traced[] };
  return workOfFrames(traceEvents);
}

type Frame = { ms: number; isMoved: boolean; isNew: boolean };

function workOfFrames(all: readonly Traced[]): Frames {
  const page = all.find(({ name }) => name === FRAME);
  const events = all.filter(({ pid, tid }) => pid === page?.pid && tid === page.tid).toSorted((a, b) => a.ts - b.ts);
  const frames: Frame[] = [];
  // What runs within something that is counted is counted with it.
  let countedUntil = 0;
  for (const { name, ph, ts, dur = 0, args } of events) {
    if (name === FRAME && ph === 'X') frames.push({ ms: 0, isMoved: false, isNew: true });
    const frame = frames.at(-1);
    if (!frame) continue;
    if (name === NOTHING_NEW) frame.isNew = false;
    if (name === 'EventDispatch' && HANDS.has(args?.data?.type ?? '')) frame.isMoved = true;
    if (ph !== 'X' || !COUNTED.has(name)) continue;
    frame.ms += Math.max(0, ts + dur - Math.max(ts, countedUntil)) / 1000;
    countedUntil = Math.max(countedUntil, ts + dur);
  }
  const costs = (isMoved: boolean) => frames.filter((one) => one.isMoved === isMoved && one.isNew).map(({ ms }) => ms);
  return { moving: costs(true), resting: costs(false) };
}
