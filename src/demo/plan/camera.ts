import type { Point, Rect, Size } from './geometry.ts';

/** Where the plan's origin is in the view, in CSS px, and how many of them a plan unit is. */
export type Camera = Point & { readonly scale: number };

/** Room around the whole plan, in CSS px. */
const PADDING = 12;
/** A unit is read with ease then. */
const CLOSEST = 3;
/** A plan of one door is not blown up to the size of the view. */
const LARGEST_WHOLE = 1.6;

/** The whole plan in the middle of the view. Sizes are of the plan in plan units, and of the view in CSS px. */
export function whole(plan: Size, view: Size): Camera {
  const fitting = Math.min((view.width - 2 * PADDING) / plan.width, (view.height - 2 * PADDING) / plan.height);
  const scale = Number.isFinite(fitting) && fitting > 0 ? Math.min(fitting, LARGEST_WHOLE) : 1;
  return { scale, x: (view.width - plan.width * scale) / 2, y: (view.height - plan.height * scale) / 2 };
}

/** Moved by px and never so far that the plan leaves the view. */
export function pan(camera: Camera, by: Point, plan: Size, view: Size): Camera {
  return held({ ...camera, x: camera.x + by.x, y: camera.y + by.y }, plan, view);
}

/** So many times closer; what is under `at` (px in the view) stays there. */
export function zoom(camera: Camera, times: number, at: Point, plan: Size, view: Size): Camera {
  const farthest = whole(plan, view).scale;
  const scale = Math.min(Math.max(camera.scale * times, farthest), Math.max(CLOSEST, farthest * 2));
  const real = scale / camera.scale;
  const x = at.x - (at.x - camera.x) * real;
  const y = at.y - (at.y - camera.y) * real;
  return held({ x, y, scale }, plan, view);
}

/** That point of the plan in the middle of the view, at that scale or closer. */
export function lookAt(camera: Camera, point: Point, scale: number, plan: Size, view: Size): Camera {
  const close = Math.max(camera.scale, scale);
  const to = { x: view.width / 2 - point.x * close, y: view.height / 2 - point.y * close, scale: close };
  return zoom(to, 1, { x: view.width / 2, y: view.height / 2 }, plan, view);
}

/** Whether all of the plan is to be seen, so that there is nowhere to move it. */
export function isWhole({ scale }: Camera, plan: Size, view: Size): boolean {
  return scale <= whole(plan, view).scale * 1.001;
}

/** The part of the plan that the view shows, in plan units. */
export function seen({ x, y, scale }: Camera, view: Size): Rect {
  return { x: -x / scale, y: -y / scale, width: view.width / scale, height: view.height / scale };
}

function held({ x, y, scale }: Camera, plan: Size, view: Size): Camera {
  return {
    scale,
    x: heldAlong(x, plan.width * scale, view.width),
    y: heldAlong(y, plan.height * scale, view.height),
  };
}

/** In the middle where it fits; else its edges stay outside of the view, but for the padding. */
function heldAlong(at: number, length: number, room: number): number {
  if (length + 2 * PADDING <= room) return (room - length) / 2;
  return Math.min(PADDING, Math.max(room - PADDING - length, at));
}
