import type { Point, Size } from './geometry.ts';

/** Moves and zooms the plan in its view. */
export type PanZoom = {
  zoomBy(times: number): void;
  /** By fractions of the view. */
  panBy(across: number, down: number): void;
  showAll(): void;
  goTo(point: Point, scale: number): void;
  /** Shows another plan as a whole. In plan units. */
  setPlan(plan: Size): void;
  end(): void;
};

type PointerControllerOptions = {
  readonly panZoom: PanZoom;
  /** Whether a part of the plan is outside of the view. */
  readonly canMove: () => boolean;
  /** By CSS px. */
  readonly drag: (by: Point) => void;
  /** Zooms by a factor around a point of the surface, in CSS px. */
  readonly pinch: (times: number, at: Point) => void;
};

const STEP = 0.2;
export const ZOOM_STEP = 1.4;
/** Wheel delta that doubles the scale, in px. */
const WHEEL_PX_PER_DOUBLING = 400;

const steps: Readonly<Record<string, (panZoom: PanZoom) => void>> = {
  ArrowLeft: (panZoom) => panZoom.panBy(-STEP, 0),
  ArrowRight: (panZoom) => panZoom.panBy(STEP, 0),
  ArrowUp: (panZoom) => panZoom.panBy(0, -STEP),
  ArrowDown: (panZoom) => panZoom.panBy(0, STEP),
  '+': (panZoom) => panZoom.zoomBy(ZOOM_STEP),
  '=': (panZoom) => panZoom.zoomBy(ZOOM_STEP),
  '-': (panZoom) => panZoom.zoomBy(1 / ZOOM_STEP),
  '0': (panZoom) => panZoom.showAll(),
};

/** Handles keys, wheel, dragging and pinching. Returns a function that detaches it. */
export function attachPointerController(
  surface: HTMLElement,
  { panZoom, canMove, drag, pinch }: PointerControllerOptions,
): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const pointers = new Map<number, Point>();

  const within = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top } = surface.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };

  function key(event: KeyboardEvent) {
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    step(panZoom);
  }

  function wheel(event: WheelEvent) {
    // With the whole plan visible, zooming out scrolls the page instead.
    if (event.deltaY > 0 && !canMove()) return;
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    pinch(2 ** ((-event.deltaY * lines) / WHEEL_PX_PER_DOUBLING), within(event));
  }

  function down(event: PointerEvent) {
    if (event.pointerType === 'mouse' && event.button !== 0) return;
    pointers.set(event.pointerId, within(event));
  }

  function move(event: PointerEvent) {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const now = within(event);
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    pointers.set(event.pointerId, now);
    if (other) {
      const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
      pinch(distance(now, other) / Math.max(1, distance(before, other)), middle);
      drag({ x: (now.x - before.x) / 2, y: (now.y - before.y) / 2 });
    } else if (canMove()) {
      // Keeps the drag when the pointer leaves the surface.
      if (!surface.hasPointerCapture(event.pointerId)) surface.setPointerCapture(event.pointerId);
      drag({ x: now.x - before.x, y: now.y - before.y });
    }
  }

  function up(event: PointerEvent) {
    pointers.delete(event.pointerId);
  }

  surface.addEventListener('keydown', key, { signal });
  surface.addEventListener('wheel', wheel, { signal, passive: false });
  surface.addEventListener('pointerdown', down, { signal });
  surface.addEventListener('pointermove', move, { signal });
  for (const end of ['pointerup', 'pointercancel', 'pointerleave'] as const) {
    surface.addEventListener(end, up, { signal });
  }
  return () => listening.abort();
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
