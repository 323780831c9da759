/** Time, handed in so that tests own it. */
export type Clock = {
  /** Epoch ms by this device's clock. */
  now(): number;
  /** Runs once after `ms`; the answer cancels it. */
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

/** Resolves after `ms`; rejects with the signal's reason when it is aborted before. */
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

/** Resolves in a task of its own: between two pieces of work the browser may paint and hear the person's fingers. */
export function yieldToMain(clock: Clock): Promise<void> {
  return wait(clock, 0);
}
