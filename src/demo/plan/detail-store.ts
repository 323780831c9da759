import { createListeners } from '#platform';
import type { Camera } from './camera.ts';
import { type Detail, detailAt, firstDetail } from './detail.ts';
import type { Size } from './geometry.ts';
import type { PlanLayout } from './layout.ts';

/** Script of one frame for what came into view; style and layout of it take about as long again. Ms. */
const BUDGET_MS = 2;
const MOST_A_FRAME = 16;
/** A hand that pauses for so long has arrived. */
const REST_MS = 120;

/**
 * Keeps up with the camera. Nothing is drawn anew while it moves: what comes into view is to be seen as from afar, and drawn
 * in detail as soon as the camera rests, a little in each frame, as much as the device is good for.
 */
export function createDetailStore(first: PlanLayout) {
  const listeners = createListeners();
  let layout = first;
  let detail = firstDetail(layout);
  let look: { readonly camera: Camera; readonly view: Size } | null = null;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let blocksAFrame = 1;
  let frame: number | null = null;

  function show(next: Detail) {
    if (next === detail) return;
    detail = next;
    const began = performance.now();
    listeners.notify();
    // By then React has rendered what the watchers asked it for.
    queueMicrotask(() => {
      const fair = blocksAFrame * (BUDGET_MS / Math.max(0.1, performance.now() - began));
      blocksAFrame = Math.min(Math.max(1, Math.floor(fair)), MOST_A_FRAME, blocksAFrame * 2);
    });
  }

  function soon() {
    frame ??= requestAnimationFrame(draw);
  }

  function stop() {
    clearTimeout(rest);
    if (frame !== null) cancelAnimationFrame(frame);
    frame = null;
  }

  function draw() {
    frame = null;
    if (!look) return;
    const next = detailAt(layout, look.camera, look.view, detail, blocksAFrame);
    show(next.detail);
    if (!next.isDone) soon();
  }

  return {
    detail: () => detail,
    /** Calls back when something else is drawn. The answer unsubscribes. */
    subscribe: listeners.subscribe,
    /** The camera moved, or its view (CSS px) took another size. */
    follow(camera: Camera, view: Size) {
      look = { camera, view };
      stop();
      rest = setTimeout(soon, REST_MS);
    },
    setLayout(next: PlanLayout) {
      if (next === layout) return;
      layout = next;
      show(firstDetail(layout));
      soon();
    },
    stop,
  };
}

export type DetailStore = ReturnType<typeof createDetailStore>;
