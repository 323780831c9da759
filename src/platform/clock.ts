/** The time and timers, passed in so that tests control them. */
export type Clock = {
  /** Epoch ms by this device's clock. */
  now(): number;
  /** Runs once after `ms`. Returns a cancel function. */
  after(ms: number, run: () => void): () => void;
};

/** The clock of a window, or of Node. */
export function createClock(page: Pick<typeof globalThis, 'Date' | 'setTimeout' | 'clearTimeout'>): Clock {
  return {
    now: () => page.Date.now(),
    after(ms, run) {
      const timer = page.setTimeout(run, ms);
      return () => page.clearTimeout(timer);
    },
  };
}

/** Resolves after `ms`. Rejects with the signal's reason when it aborts before that. */
export function wait(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const cancel = clock.after(ms, () => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    });
    function onAbort() {
      cancel();
      reject(signal?.reason);
    }
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

/** Resolves in a new task, so that the browser can paint and handle input first. */
export function yieldToMain(clock: Clock): Promise<void> {
  return wait(clock, 0);
}
