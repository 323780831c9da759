import { createListeners } from '#platform';
import type { Camera } from './camera.ts';
import { type Detail, detailAt, firstDetail } from './detail.ts';
import type { Size } from './geometry.ts';
import type { PlanLayout } from './layout.ts';

/** Script time per frame for drawing blocks; style and layout take about as long again. Ms. */
const BUDGET_MS = 2;
const MAX_BLOCKS_PER_FRAME = 16;
/** Time without a move after which the camera counts as still. Ms. */
const REST_MS = 120;

/**
 * The store of the detail level. Nothing is rendered while the camera moves. When it stops, blocks in view are drawn
 * in detail over several frames, as many blocks per frame as the device can draw in time.
 */
export function createDetailStore(first: PlanLayout) {
  const listeners = createListeners();
  let layout = first;
  let detail = firstDetail(layout);
  let last: { readonly camera: Camera; readonly view: Size } | null = null;
  let restTimer: ReturnType<typeof setTimeout> | undefined;
  let blocksPerFrame = 1;
  let frame: number | null = null;

  function show(next: Detail) {
    if (next === detail) return;
    detail = next;
    const startedAt = performance.now();
    listeners.notify();
    // React renders the updates of the listeners before this microtask.
    queueMicrotask(() => {
      const affordable = blocksPerFrame * (BUDGET_MS / Math.max(0.1, performance.now() - startedAt));
      blocksPerFrame = Math.min(Math.max(1, Math.floor(affordable)), MAX_BLOCKS_PER_FRAME, blocksPerFrame * 2);
    });
  }

  function scheduleDraw() {
    frame ??= requestAnimationFrame(draw);
  }

  function stop() {
    clearTimeout(restTimer);
    if (frame !== null) cancelAnimationFrame(frame);
    frame = null;
  }

  function draw() {
    frame = null;
    if (!last) return;
    const next = detailAt(layout, last.camera, last.view, detail, blocksPerFrame);
    show(next.detail);
    if (!next.isDone) scheduleDraw();
  }

  return {
    detail: () => detail,
    /** Calls `changed` when the detail changed. Returns a function that unsubscribes. */
    subscribe: listeners.subscribe,
    /** Call it when the camera moved or the view (CSS px) was resized. */
    follow(camera: Camera, view: Size) {
      last = { camera, view };
      stop();
      restTimer = setTimeout(scheduleDraw, REST_MS);
    },
    setLayout(next: PlanLayout) {
      if (next === layout) return;
      layout = next;
      show(firstDetail(layout));
      scheduleDraw();
    },
    stop,
  };
}

export type DetailStore = ReturnType<typeof createDetailStore>;
