import { type Camera, isWhole, lookAt, pan, whole, zoom } from './camera.ts';
import type { Size } from './geometry.ts';
import { attachPointerController, type PanZoom } from './pointer-controller.ts';

export type PanZoomOptions = {
  /** The element that shows the plan. */
  readonly surface: HTMLElement;
  /** The element that is transformed. */
  readonly world: HTMLElement;
  /** Called at most once per frame when the camera moved or the view (CSS px) was resized. */
  readonly onMove: (camera: Camera, view: Size, isWhole: boolean) => void;
};

/** Moves the plan with a CSS transform once per frame, without layout or rendering of the plan. */
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
    // While the whole plan is visible, a touch on it scrolls the page (see plan.css).
    surface.dataset.moves = all ? 'no' : 'yes';
    onMove(camera, view, all);
  }

  function setCamera(next: Camera, way: 'at once' | 'gliding') {
    camera = next;
    showsAll = isWhole(camera, plan, view);
    world.dataset.way = way;
    frame ??= requestAnimationFrame(show);
  }

  function resized() {
    view = sizeOf(surface);
    setCamera(showsAll ? whole(plan, view) : pan(camera, { x: 0, y: 0 }, plan, view), 'at once');
  }

  const middle = () => ({ x: view.width / 2, y: view.height / 2 });
  const panZoom: PanZoom = {
    zoomBy: (times) => setCamera(zoom(camera, times, middle(), plan, view), 'gliding'),
    panBy: (across, down) =>
      setCamera(pan(camera, { x: -across * view.width, y: -down * view.height }, plan, view), 'gliding'),
    showAll: () => setCamera(whole(plan, view), 'gliding'),
    goTo: (point, scale) => setCamera(lookAt(camera, point, scale, plan, view), 'gliding'),
    setPlan(next) {
      plan = next;
      setCamera(whole(plan, view), 'at once');
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
    drag: (by) => setCamera(pan(camera, by, plan, view), 'at once'),
    pinch: (times, at) => setCamera(zoom(camera, times, at, plan, view), 'at once'),
  });
  // Not available in jsdom.
  const observer = 'ResizeObserver' in window ? new ResizeObserver(resized) : null;
  observer?.observe(surface);
  return panZoom;
}

function sizeOf({ clientWidth, clientHeight }: HTMLElement): Size {
  return { width: clientWidth, height: clientHeight };
}
