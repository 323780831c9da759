import { type Clock, createListeners } from '#platform';

export type BreakerState =
  | { readonly kind: 'closed' }
  /** Nothing but commands and probes is sent. Epoch ms of the next probe; now while one is on its way. */
  | { readonly kind: 'open'; readonly nextProbeAt: number };

/** Keeps this client away from a server that has trouble, until the server itself says that it is well. */
export type CircuitBreaker = {
  state(): BreakerState;
  /** An answer came, whatever it said, that shows the server at work. */
  succeeded(): void;
  /** No answer, or one that says that the server cannot. */
  failed(): void;
  /** Asks now instead of later: the network has just come back. */
  probeNow(): void;
  /** Calls back when it opens, closes, or has a new moment to wait for; the answer unsubscribes. */
  subscribe(changed: () => void): () => void;
};

type BreakerParts = {
  readonly clock: Clock;
  /** Whether the server is well: one light request, which never throws. */
  readonly probe: () => Promise<boolean>;
  readonly random?: () => number;
};

/** So many failures in a row, of whatever requests: one read with what a fresh budget repeats does not open it alone. */
export const FAILURES_TO_OPEN = 4;
const FIRST_PROBE_MS = 6_000;
/** The spread of the probes of all clients, and so of their return, is what keeps a recovery from being a second fall. */
const LAST_PROBE_MS = 50_000;

export function createCircuitBreaker({ clock, probe, random = Math.random }: BreakerParts): CircuitBreaker {
  const { notify, subscribe } = createListeners();
  let state: BreakerState = { kind: 'closed' };
  let failuresInARow = 0;
  let probes = 0;
  /** A probe went well, and nothing else was sent since: the next failure says that the probe knew too little. */
  let isOnTrial = false;
  let cancelProbe = () => {};

  function become(next: BreakerState) {
    state = next;
    notify();
  }

  /** Full jitter over a span that doubles: the first clients are back soon, and never all at once. */
  function schedule() {
    const pauseMs = random() * Math.min(LAST_PROBE_MS, FIRST_PROBE_MS * 2 ** probes);
    cancelProbe = clock.after(pauseMs, () => void ask());
    become({ kind: 'open', nextProbeAt: clock.now() + pauseMs });
  }

  async function ask() {
    cancelProbe();
    probes += 1;
    const isWell = await probe();
    if (state.kind === 'closed') return;
    // It may have closed and opened since, with a probe of its own.
    cancelProbe();
    isOnTrial = isWell;
    if (isWell) become({ kind: 'closed' });
    else schedule();
  }

  function succeeded() {
    cancelProbe();
    isOnTrial = false;
    failuresInARow = 0;
    probes = 0;
    if (state.kind === 'open') become({ kind: 'closed' });
  }

  return {
    state: () => state,
    succeeded,
    failed() {
      failuresInARow += 1;
      if (state.kind === 'closed' && (isOnTrial || failuresInARow >= FAILURES_TO_OPEN)) schedule();
    },
    probeNow() {
      if (state.kind === 'closed' || state.nextProbeAt <= clock.now()) return;
      become({ kind: 'open', nextProbeAt: clock.now() });
      void ask();
    },
    subscribe,
  };
}
