/*
 * What is put into a page before its own scripts, to look at it from inside. Each stands for itself: it is sent to the page
 * as text, so nothing outside of it is known there.
 */

/**
 * Ms from a press to the command that leaves because of it: from the finger (the event's own time), and from the moment
 * in which the page heard of it. What lies between is the browser's, and whatever kept the page busy.
 */
export type Press = { readonly all: number; readonly ours: number };

declare global {
  interface Window {
    /** Ms since the navigation began; null until then. */
    firstShown: { linkAt: number | null; paintedAt: number | null };
    pressesNoted: Press[];
    keysNoted: number[];
    interactions: Map<number, { name: string; duration: number }>;
    rendered: { cards: string[]; ticked: boolean };
    __REACT_DEVTOOLS_GLOBAL_HOOK__: unknown;
  }
  interface Performance {
    readonly interactionCount: number;
  }
  interface PerformanceEventTiming {
    readonly interactionId: number;
  }
  interface PerformanceObserverInit {
    durationThreshold?: number;
  }
}

/** Notes when what the selector means was first in the document, and when the frame with it was painted. */
export function noteFirstShown(selector: string): void {
  const seen: Window['firstShown'] = { linkAt: null, paintedAt: null };
  window.firstShown = seen;
  // A message sent in a frame's callback is handled after that frame was painted.
  const painted = new MessageChannel();
  painted.port1.onmessage = () => {
    seen.paintedAt = performance.now();
  };
  const observer = new MutationObserver(() => {
    if (!document.querySelector(selector)) return;
    observer.disconnect();
    seen.linkAt = performance.now();
    requestAnimationFrame(() => painted.port2.postMessage(null));
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Notes how long each press took to become a command. */
export function notePresses(): void {
  window.pressesNoted = [];
  let press: { readonly at: number; readonly heardAt: number } | null = null;
  addEventListener(
    'click',
    (event) => {
      if (event.isTrusted) press = { at: event.timeStamp, heardAt: performance.now() };
    },
    { capture: true },
  );
  const send = window.fetch.bind(window);
  window.fetch = (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (press !== null && /\/gateway\/.*open$/.test(address)) {
      const now = performance.now();
      window.pressesNoted.push({ all: now - press.at, ours: now - press.heardAt });
      press = null;
    }
    return send(input, init);
  };
}

/** Notes ms from each key that changed a field, as the browser received it, to the paint that follows. */
export function noteKeys(): void {
  window.keysNoted = [];
  let keyAt = 0;
  addEventListener(
    'keydown',
    (event) => {
      keyAt = event.timeStamp;
    },
    { capture: true },
  );
  addEventListener(
    'input',
    () => {
      const from = keyAt;
      const painted = new MessageChannel();
      painted.port1.onmessage = () => {
        window.keysNoted.push(performance.now() - from);
        painted.port1.close();
      };
      requestAnimationFrame(() => painted.port2.postMessage(null));
    },
    { capture: true },
  );
}

/** Keeps the longest event of each interaction that took a frame or more, as the browser itself timed it. */
export function noteInteractions(): void {
  const known: Window['interactions'] = new Map();
  window.interactions = known;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceEventTiming[]) {
      const { interactionId, duration, name } = entry;
      if (interactionId === 0 || duration <= (known.get(interactionId)?.duration ?? 0)) continue;
      const where = entry.target instanceof Element ? entry.target.textContent?.trim().slice(0, 24) : '';
      known.set(interactionId, { name: `${name} ${where}`.trim(), duration });
    }
  });
  observer.observe({ type: 'event', durationThreshold: 16, buffered: true });
}

/**
 * Stands in for React's developer tools and notes, by door, each component that was given a door and was rendered; and
 * whether the time that doors are shown for went on meanwhile, which renders all of them.
 */
export function noteRendered(): void {
  type Fiber = {
    readonly flags: number;
    readonly memoizedProps: { readonly door?: { readonly id: string }; readonly now?: number } | null;
    readonly memoizedState: unknown;
    readonly type: unknown;
    readonly alternate: Fiber | null;
    readonly child: Fiber | null;
    readonly sibling: Fiber | null;
  };
  const PERFORMED_WORK = 1;
  const noted: Window['rendered'] = { cards: [], ticked: false };
  window.rendered = noted;

  function note(fiber: Fiber, before: Fiber | null) {
    const props = fiber.memoizedProps;
    if (!props?.door || typeof fiber.type === 'string' || (fiber.flags & PERFORMED_WORK) === 0) return;
    const old = before?.memoizedProps;
    if (old === props && before?.memoizedState === fiber.memoizedState) return;
    noted.cards.push(props.door.id);
    if (old && old.now !== props.now) noted.ticked = true;
  }

  function visit(fiber: Fiber, before: Fiber | null) {
    note(fiber, before);
    // The same children stand where React went no further.
    if (before && before.child === fiber.child) return;
    for (let child = fiber.child; child; child = child.sibling) visit(child, child.alternate);
  }

  window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = {
    isDisabled: false,
    supportsFiber: true,
    renderers: new Map(),
    inject: () => 1,
    onCommitFiberUnmount() {},
    onPostCommitFiberRoot() {},
    onCommitFiberRoot(_renderer: number, root: { readonly current: Fiber }) {
      visit(root.current, root.current.alternate);
    },
  };
}
