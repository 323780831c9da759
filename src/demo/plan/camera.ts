import type { Point, Rect, Size } from './geometry.ts';

/** Position of the plan's origin in the view in CSS px, and CSS px per plan unit. */
export type Camera = Point & { readonly scale: number };

/** Space around the whole plan, in CSS px. */
const PADDING = 12;
/** At this scale the name of a unit is easy to read. */
const MAX_SCALE = 3;
/** The largest scale for a whole plan, so that a plan of one door does not fill the view. */
const MAX_WHOLE_SCALE = 1.6;

/** The camera that shows the whole plan, centred. `plan` is in plan units, `view` in CSS px. */
export function whole(plan: Size, view: Size): Camera {
  const fitting = Math.min((view.width - 2 * PADDING) / plan.width, (view.height - 2 * PADDING) / plan.height);
  const scale = Number.isFinite(fitting) && fitting > 0 ? Math.min(fitting, MAX_WHOLE_SCALE) : 1;
  return { scale, x: (view.width - plan.width * scale) / 2, y: (view.height - plan.height * scale) / 2 };
}

/** Moves by CSS px; the plan stays in the view. */
export function pan(camera: Camera, by: Point, plan: Size, view: Size): Camera {
  return clamp({ ...camera, x: camera.x + by.x, y: camera.y + by.y }, plan, view);
}

/** Zooms by the factor `times`; the point at `at` (px in the view) stays there. */
export function zoom(camera: Camera, times: number, at: Point, plan: Size, view: Size): Camera {
  const farthest = whole(plan, view).scale;
  const scale = Math.min(Math.max(camera.scale * times, farthest), Math.max(MAX_SCALE, farthest * 2));
  const real = scale / camera.scale;
  const x = at.x - (at.x - camera.x) * real;
  const y = at.y - (at.y - camera.y) * real;
  return clamp({ x, y, scale }, plan, view);
}

/** Centres a point of the plan at this scale, or at the current one when it is larger. */
export function lookAt(camera: Camera, point: Point, scale: number, plan: Size, view: Size): Camera {
  const close = Math.max(camera.scale, scale);
  const to = { x: view.width / 2 - point.x * close, y: view.height / 2 - point.y * close, scale: close };
  return zoom(to, 1, { x: view.width / 2, y: view.height / 2 }, plan, view);
}

/** Whether the whole plan is visible, so that it cannot be moved. */
export function isWhole({ scale }: Camera, plan: Size, view: Size): boolean {
  return scale <= whole(plan, view).scale * 1.001;
}

/** The visible part of the plan, in plan units. */
export function visibleArea({ x, y, scale }: Camera, view: Size): Rect {
  return { x: -x / scale, y: -y / scale, width: view.width / scale, height: view.height / scale };
}

function clamp({ x, y, scale }: Camera, plan: Size, view: Size): Camera {
  return {
    scale,
    x: clampAxis(x, plan.width * scale, view.width),
    y: clampAxis(y, plan.height * scale, view.height),
  };
}

/** Centres the plan along one axis if it fits; otherwise avoids empty space beyond the padding. */
function clampAxis(at: number, length: number, available: number): number {
  if (length + 2 * PADDING <= available) return (available - length) / 2;
  return Math.min(PADDING, Math.max(available - PADDING - length, at));
}
