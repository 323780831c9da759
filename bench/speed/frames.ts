import type { Browser, Page } from '@playwright/test';

/** The fields of an event of Chromium's tracing that are used here. Times in µs. */
type Traced = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly args?: { readonly data?: { readonly type?: string } };
};

/** Ms of script, style and layout on the page's main thread, per frame. */
export type Frames = {
  /** Frames with a wheel or pointer event. */
  readonly moving: readonly number[];
  /** Other frames with an update. */
  readonly resting: readonly number[];
};

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8', 'cc'];
/** All kinds of script execution, with garbage collection. */
const SCRIPT = ['EvaluateScript', 'FunctionCall', 'EventDispatch', 'FireAnimationFrame', 'TimerFire', 'RunMicrotasks'];
const GARBAGE = ['MinorGC', 'MajorGC'];
/** Style, layout, hit tests and pre-paint. */
const LAYOUT = ['UpdateLayoutTree', 'Layout', 'HitTest', 'PrePaint'];
const COUNTED = new Set([...SCRIPT, ...GARBAGE, ...LAYOUT]);
const FRAME = 'ProxyMain::BeginMainFrame';
const NOTHING_NEW = 'EarlyOut_NoUpdates';
const POINTER_EVENTS = new Set(['wheel', 'pointermove', 'mousemove']);

/** The costs of the frames that started during `act`. */
export async function recordFrames(browser: Browser, page: Page, act: () => Promise<void>): Promise<Frames> {
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
  // Nested events are counted once.
  let countedUntil = 0;
  for (const { name, ph, ts, dur = 0, args } of events) {
    if (name === FRAME && ph === 'X') frames.push({ ms: 0, isMoved: false, isNew: true });
    const frame = frames.at(-1);
    if (!frame) continue;
    if (name === NOTHING_NEW) frame.isNew = false;
    if (name === 'EventDispatch' && POINTER_EVENTS.has(args?.data?.type ?? '')) frame.isMoved = true;
    if (ph !== 'X' || !COUNTED.has(name)) continue;
    frame.ms += Math.max(0, ts + dur - Math.max(ts, countedUntil)) / 1000;
    countedUntil = Math.max(countedUntil, ts + dur);
  }
  const costs = (isMoved: boolean) => frames.filter((one) => one.isMoved === isMoved && one.isNew).map(({ ms }) => ms);
  return { moving: costs(true), resting: costs(false) };
}
