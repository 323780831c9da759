/*
 * Functions that run in a page before its scripts. Each is sent to the page as text, so it can use only what is in its own
 * body.
 */

/**
 * Ms from a press to the request of its command: `all` from the event's timestamp, `ours` from the click handler. The
 * difference is input latency and a busy main thread.
 */
export type Press = { readonly all: number; readonly ours: number };

declare global {
  interface Window {
    /** Ms since the start of the navigation; null until then. */
    firstShown: { linkAt: number | null; paintedAt: number | null };
    recordedPresses: Press[];
    recordedKeys: number[];
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

/** Records when an element matching the selector was first in the document, and when it was painted. */
export function recordFirstShown(selector: string): void {
  const seen: Window['firstShown'] = { linkAt: null, paintedAt: null };
  window.firstShown = seen;
  // A message posted in an animation frame is handled after that frame is painted.
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

/** Records the time from each press to its command. */
export function recordPresses(): void {
  window.recordedPresses = [];
  let press: { readonly at: number; readonly receivedAt: number } | null = null;
  addEventListener(
    'click',
    (event) => {
      if (event.isTrusted) press = { at: event.timeStamp, receivedAt: performance.now() };
    },
    { capture: true },
  );
  const send = window.fetch.bind(window);
  window.fetch = (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (press !== null && /\/gateway\/.*open$/.test(address)) {
      const now = performance.now();
      window.recordedPresses.push({ all: now - press.at, ours: now - press.receivedAt });
      press = null;
    }
    return send(input, init);
  };
}

/** Records ms from the timestamp of each key that changed a field to the next paint. */
export function recordKeys(): void {
  window.recordedKeys = [];
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
        window.recordedKeys.push(performance.now() - from);
        painted.port1.close();
      };
      requestAnimationFrame(() => painted.port2.postMessage(null));
    },
    { capture: true },
  );
}

/** Records the longest event of each interaction of 16 ms or more, by Event Timing. */
export function recordInteractions(): void {
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
 * Replaces the hook of React's developer tools. Records the door id of each rendered component with a door, and whether the
 * `now` prop changed, which renders all doors.
 */
export function recordRenders(): void {
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
  const recorded: Window['rendered'] = { cards: [], ticked: false };
  window.rendered = recorded;

  function record(fiber: Fiber, before: Fiber | null) {
    const props = fiber.memoizedProps;
    if (!props?.door || typeof fiber.type === 'string' || (fiber.flags & PERFORMED_WORK) === 0) return;
    const old = before?.memoizedProps;
    if (old === props && before?.memoizedState === fiber.memoizedState) return;
    recorded.cards.push(props.door.id);
    if (old && old.now !== props.now) recorded.ticked = true;
  }

  function visit(fiber: Fiber, before: Fiber | null) {
    record(fiber, before);
    // React skipped this subtree when the child is unchanged.
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
