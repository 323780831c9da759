import { type Camera, isWhole, lookAt, pan, whole, zoom } from './camera.ts';
import type { Size } from './geometry.ts';
import { attachPointerController, type PanZoom } from './pointer-controller.ts';

export type PanZoomOptions = {
  /** What is seen through. */
  readonly surface: HTMLElement;
  /** What is moved behind it. */
  readonly world: HTMLElement;
  /** Told once a frame in which the camera moved or the view changed its size (CSS px). */
  readonly onMove: (camera: Camera, view: Size, isWhole: boolean) => void;
};

/** Moves the world by its CSS transform alone, once a frame: nothing in the plan is laid out or rendered for it. */
export function createPanZoom({ surface, world, onMove }: PanZoomOptions): PanZoom {
  let plan: Size = { width: 1, height: 1 };
  let view = sizeOf(surface);
  let camera = whole(plan, view);
  let showsAll = true;
  let frame: number | null = null;

  function show() {
    frame = null;
    world.style.transform = `translate(${camera.x}px, ${camera.y}px) scale(${camera.scale})`;
    const all = isWhole(camera, plan, view);
    // The page behind can be scrolled by a finger on the plan for as long as the plan itself has nowhere to go.
    surface.dataset.moves = all ? 'no' : 'yes';
    onMove(camera, view, all);
  }

  function set(next: Camera, way: 'at once' | 'gliding') {
    camera = next;
    showsAll = isWhole(camera, plan, view);
    world.dataset.way = way;
    frame ??= requestAnimationFrame(show);
  }

  function resized() {
    view = sizeOf(surface);
    set(showsAll ? whole(plan, view) : pan(camera, { x: 0, y: 0 }, plan, view), 'at once');
  }

  const middle = () => ({ x: view.width / 2, y: view.height / 2 });
  const panZoom: PanZoom = {
    zoomBy: (times) => set(zoom(camera, times, middle(), plan, view), 'gliding'),
    panBy: (across, down) =>
      set(pan(camera, { x: -across * view.width, y: -down * view.height }, plan, view), 'gliding'),
    showAll: () => set(whole(plan, view), 'gliding'),
    goTo: (point, scale) => set(lookAt(camera, point, scale, plan, view), 'gliding'),
    setPlan(next) {
      plan = next;
      set(whole(plan, view), 'at once');
    },
    end() {
      observer?.disconnect();
      stopListening();
      if (frame !== null) cancelAnimationFrame(frame);
    },
  };
  const stopListening = attachPointerController(surface, {
    panZoom,
    canMove: () => !showsAll,
    drag: (by) => set(pan(camera, by, plan, view), 'at once'),
    pinch: (times, at) => set(zoom(camera, times, at, plan, view), 'at once'),
  });
  // Where nothing has a size, as in a test without a layout, none changes.
  const observer = 'ResizeObserver' in window ? new ResizeObserver(resized) : null;
  observer?.observe(surface);
  return panZoom;
}

function sizeOf({ clientWidth, clientHeight }: HTMLElement): Size {
  return { width: clientWidth, height: clientHeight };
}
