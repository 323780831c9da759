import { type Clock, createListeners } from '#platform';

export type BreakerState =
  | { readonly kind: 'closed' }
  /** Only commands and probes are sent. `nextProbeAt` is epoch ms, and in the past while a probe is in flight. */
  | { readonly kind: 'open'; readonly nextProbeAt: number };

/** Stops requests to a failing server until a health check succeeds. */
export type CircuitBreaker = {
  state(): BreakerState;
  /** Records any answer of a working server, a refusal included. */
  succeeded(): void;
  /** Records a missing answer or a server error. */
  failed(): void;
  /** Probes without waiting for `nextProbeAt`, because the network has just returned. */
  probeNow(): void;
  /** Calls back when the state changes. Returns the function that unsubscribes. */
  subscribe(changed: () => void): () => void;
};

type BreakerParts = {
  readonly clock: Clock;
  /** Sends one small health check. Resolves with whether the server works; never rejects. */
  readonly probe: () => Promise<boolean>;
  readonly random?: () => number;
};

/** Consecutive failures of any requests. One read with all retries of a new retry budget causes fewer than this. */
export const FAILURES_TO_OPEN = 4;
const FIRST_PROBE_MS = 6_000;
/** Spreads the probes of all clients, so that they do not overload a recovering server together (docs/recovery.md). */
const LAST_PROBE_MS = 50_000;

export function createCircuitBreaker({ clock, probe, random = Math.random }: BreakerParts): CircuitBreaker {
  const { notify, subscribe } = createListeners();
  let state: BreakerState = { kind: 'closed' };
  let failuresInARow = 0;
  let probes = 0;
  /** The last probe succeeded, but no request has succeeded yet: one failure opens the breaker again. */
  let isHalfOpen = false;
  let cancelProbe = () => {};

  function setState(next: BreakerState) {
    state = next;
    notify();
  }

  /** Opens the breaker. The next probe follows at a random time within a span that doubles with each probe. */
  function open() {
    const pauseMs = random() * Math.min(LAST_PROBE_MS, FIRST_PROBE_MS * 2 ** probes);
    cancelProbe = clock.after(pauseMs, () => void runProbe());
    setState({ kind: 'open', nextProbeAt: clock.now() + pauseMs });
  }

  async function runProbe() {
    cancelProbe();
    probes += 1;
    const isHealthy = await probe();
    if (state.kind === 'closed') return;
    // The breaker may have closed and opened again during the probe, and scheduled another one.
    cancelProbe();
    isHalfOpen = isHealthy;
    if (isHealthy) setState({ kind: 'closed' });
    else open();
  }

  function succeeded() {
    cancelProbe();
    isHalfOpen = false;
    failuresInARow = 0;
    probes = 0;
    if (state.kind === 'open') setState({ kind: 'closed' });
  }

  return {
    state: () => state,
    succeeded,
    failed() {
      failuresInARow += 1;
      if (state.kind === 'closed' && (isHalfOpen || failuresInARow >= FAILURES_TO_OPEN)) open();
    },
    probeNow() {
      if (state.kind === 'closed' || state.nextProbeAt <= clock.now()) return;
      setState({ kind: 'open', nextProbeAt: clock.now() });
      void runProbe();
    },
    subscribe,
  };
}
