import type { TabLock } from '#platform';
import type { SignedIn } from '#session';
import type { Reports } from '#systems';
import { createDelivery, type DeliveryParts, MIN_PAUSE_MS } from './delivery.ts';
import { isUnfinished, nextDue, targetKey } from './due-reports.ts';
import type { ActivityRecord } from './record.ts';
import { tenantHash } from './tenant-hash.ts';

/**
 * Sends reports to the system (law 6): in order per target, at least once, with the same key and `happened_at` on every
 * attempt, and only with the token of the tenant who pressed.
 */
export type Outbox = {
  /**
   * Sends what is due, and schedules another flush while reports remain. `ignorePause` is for a person who asks: it skips
   * the pause after a failure, but not a rate limit. Never throws.
   */
  flush(options?: { readonly ignorePause?: boolean }): Promise<void>;
  /** One last attempt before the token is removed, for at most `ms`. */
  settle(ms: number): Promise<void>;
  /** Cancels the scheduled flush. */
  stop(): void;
};

export type OutboxParts = DeliveryParts & {
  /** Null where the system keeps its own log: nothing is sent. */
  readonly reports: Reports | null;
  readonly session: () => SignedIn | null;
  readonly isOnline: () => boolean;
  /** Whether the app may send requests that no person asked for. */
  readonly mayAsk: () => boolean;
  readonly lock: TabLock;
};

/** How often to check again whether background requests are allowed. Ms. */
const STOPPED_PAUSE_MS = 30_000;

export function createOutbox(parts: OutboxParts): Outbox {
  const { clock, records } = parts;
  const { deliver, pausedUntil, pauseUntil } = createDelivery(parts);
  let cancelTimer = () => {};
  let isStopped = false;
  let running: Promise<void> | null = null;
  let isFlushRequested = false;

  /** Sends the due reports of one session. If another tenant signs in meanwhile, it stops, and the next round sends theirs. */
  async function sendDue(reports: Reports, session: SignedIn, signal: AbortSignal): Promise<void> {
    const heldTargets = new Set<string>();
    const triedIds = new Set<string>();
    for (;;) {
      if (signal.aborted || !parts.isOnline()) return;
      const next = nextDue(await unfinishedOf(session), heldTargets, triedIds);
      // The session may have changed while the records were read.
      if (!next || parts.session() !== session) return;
      triedIds.add(next.id);
      const result = await deliver(reports, next, session, signal);
      if (result === 'hold-all') return;
      if (result === 'hold-target') heldTargets.add(targetKey(next));
    }
  }

  async function unfinishedOf({ tenant }: SignedIn): Promise<ActivityRecord[]> {
    const hash = tenantHash(tenant);
    const unfinished = (await records.all()).filter((record) => record.tenant === hash && isUnfinished(record));
    return unfinished.sort((a, b) => a.pressedAt - b.pressedAt);
  }

  /** Schedules a flush for the end of the pause while this tenant has unfinished records. */
  async function schedule() {
    const session = parts.session();
    const isDone = !parts.reports || session === null || (await unfinishedOf(session)).length === 0;
    cancelTimer();
    if (isStopped || isDone) return;
    cancelTimer = clock.after(Math.max(MIN_PAUSE_MS, pausedUntil() - clock.now()), () => void flush());
  }

  async function flush({ ignorePause = false } = {}): Promise<void> {
    if (running) {
      isFlushRequested = true;
      return running;
    }
    if (!ignorePause && !parts.mayAsk()) pauseUntil(clock.now() + STOPPED_PAUSE_MS);
    if (!ignorePause && clock.now() < pausedUntil()) return schedule();
    await run(new AbortController().signal);
    if (isFlushRequested) {
      isFlushRequested = false;
      await flush();
    }
  }

  /** Starts a round of sending. Only one runs at a time on this page. */
  function run(signal: AbortSignal): Promise<void> {
    running = sendWithLock(signal)
      // A browser may refuse the lock or the records; the reports stay due.
      .catch(() => {})
      .then(() => {
        running = null;
        return schedule();
      });
    return running;
  }

  async function sendWithLock(signal: AbortSignal): Promise<void> {
    const { reports } = parts;
    const session = parts.session();
    if (!reports || !session) return;
    await parts.lock(`outbox ${tenantHash(session.tenant)}`, () => sendDue(reports, session, signal));
  }

  return {
    flush,
    async settle(ms) {
      const limit = new AbortController();
      const cancel = clock.after(ms, () => limit.abort());
      const timeout = new Promise<void>((resolve) => limit.signal.addEventListener('abort', () => resolve()));
      try {
        await Promise.race([running ?? run(limit.signal), timeout]);
      } finally {
        cancel();
        limit.abort();
      }
    },
    stop() {
      isStopped = true;
      cancelTimer();
    },
  };
}
