import { fullJitterMs, isApiProblem, LONGEST_BLOCK_MS, problemPolicy } from '#api';
import { tenantKey } from '#model';
import type { Clock, RecordStore, TabLock } from '#platform';
import type { SignedIn } from '#session';
import type { Reports } from '#systems';
import type { ActivityRecord, ReportState } from './record.ts';
import { tenantHash } from './tenant-hash.ts';

/**
 * Reports on their way to the system (law 6): in order per door, at least once, with the same key and `happened_at` on
 * every try, and only with the token of the tenant who did it.
 */
export type Outbox = {
  /**
   * Sends what is due now, and comes back by itself for what could not go. `evenPaused` is a person's own wish: it does
   * not wait for the pause after a failure; a rate window still holds. Never throws.
   */
  flush(options?: { readonly evenPaused?: boolean }): Promise<void>;
  /** A last try before the token goes, for at most `ms`. */
  settle(ms: number): Promise<void>;
  /** Stops coming back by itself. */
  stop(): void;
};

export type OutboxParts = {
  readonly records: RecordStore<ActivityRecord>;
  /** Null where the system keeps its own log: then nothing is ever sent. */
  readonly reports: Reports | null;
  readonly session: () => SignedIn | null;
  readonly isOnline: () => boolean;
  /** Whether anything may leave that nobody asked for. */
  readonly mayAsk: () => boolean;
  readonly clock: Clock;
  readonly lock: TabLock;
  readonly onChange: () => void;
  readonly random?: () => number;
};

type Due = ActivityRecord & { readonly report: Extract<ReportState, { kind: 'due' }> };

/** What one try says about the rest. */
type Verdict = 'sent' | 'refused' | 'door-waits' | 'all-wait';

/** Reports are nobody's emergency: they start slower and wait longer than a read. Ms. */
const PAUSE_FLOOR_MS = 1_000;
const MOST_FAILURES = 6;
/** How often it is looked whether reports may leave by themselves again. Ms. */
const STOPPED_PAUSE_MS = 30_000;

export function createOutbox(parts: OutboxParts): Outbox {
  const { clock, records } = parts;
  let failures = 0;
  let pausedUntil = 0;
  let cancelTimer = () => {};
  let stopped = false;
  let running: Promise<void> | null = null;
  let askedAgain = false;

  const pause = (until: number) => {
    pausedUntil = Math.max(pausedUntil, until);
  };

  async function attempt(reports: Reports, record: Due, session: SignedIn, signal: AbortSignal): Promise<Verdict> {
    const { happening, reason, key } = record.report;
    try {
      const { target, happenedAt } = record;
      const who = { tenantId: session.tenant.id, subject: tenantKey(session.tenant) };
      await reports.send({ target, happening, happenedAt, reason, idempotencyKey: key, ...who }, signal);
    } catch (error) {
      return settleFailure(record, error);
    }
    failures = 0;
    await mark(record, { kind: 'sent' });
    return 'sent';
  }

  async function settleFailure(record: Due, error: unknown): Promise<Verdict> {
    if (!isApiProblem(error)) return 'all-wait';
    switch (problemPolicy[error.kind].report) {
      case 'needs-session':
        return 'all-wait';
      case 'needs-window':
        // A server that names a day is believed, but asked again after an hour.
        pause(Math.min(error.notBefore ?? clock.now() + PAUSE_FLOOR_MS, clock.now() + LONGEST_BLOCK_MS));
        return 'all-wait';
      case 'retry':
        failures = Math.min(failures + 1, MOST_FAILURES);
        pause(clock.now() + PAUSE_FLOOR_MS + fullJitterMs(failures, parts.random) * failures);
        return error.status === null ? 'all-wait' : 'door-waits';
      case 'refuse':
        break;
    }
    if (error.kind === 'invalid' && record.report.happening === 'open_unconfirmed') {
      // An older server does not know this happening: it is kept here, and not reported as something else.
      await mark(record, { kind: 'kept' });
      return 'refused';
    }
    await mark(record, { kind: 'refused', status: error.status ?? 0, message: error.serverMessage });
    return 'refused';
  }

  async function mark(record: Due, report: ReportState) {
    await records.change(record.id, (found) => ({ ...found, report }));
    parts.onChange();
  }

  /** One session's round: whoever signs in meanwhile has a lock, and a round, of their own. */
  async function round(reports: Reports, session: SignedIn, signal: AbortSignal): Promise<void> {
    const waiting = new Set<string>();
    const tried = new Set<string>();
    for (;;) {
      if (signal.aborted || !parts.isOnline()) return;
      const next = nextDue(await unfinished(session), waiting, tried);
      // The session may have changed while the records were read.
      if (!next || parts.session() !== session) return;
      tried.add(next.id);
      const verdict = await attempt(reports, next, session, signal);
      if (verdict === 'all-wait') return;
      if (verdict === 'door-waits') waiting.add(doorOf(next));
    }
  }

  /** This tenant's presses that are still to be reported, or whose outcome is still to come, in their order. */
  async function unfinished({ tenant }: SignedIn): Promise<ActivityRecord[]> {
    const hash = tenantHash(tenant);
    const mine = (await records.all()).filter((record) => record.tenant === hash);
    return mine.filter((record) => isDue(record) || isInFlight(record)).sort((a, b) => a.pressedAt - b.pressedAt);
  }

  /** Comes back when the pause is over, as long as something is due, or may become so. */
  async function comeBack() {
    const session = parts.session();
    const isOver = !parts.reports || session === null || (await unfinished(session)).length === 0;
    cancelTimer();
    if (stopped || isOver) return;
    cancelTimer = clock.after(Math.max(PAUSE_FLOOR_MS, pausedUntil - clock.now()), () => void flush());
  }

  async function flush({ evenPaused = false } = {}): Promise<void> {
    if (running) {
      askedAgain = true;
      return running;
    }
    if (!evenPaused && !parts.mayAsk()) pause(clock.now() + STOPPED_PAUSE_MS);
    if (!evenPaused && clock.now() < pausedUntil) return comeBack();
    await work(new AbortController().signal);
    if (askedAgain) {
      askedAgain = false;
      await flush();
    }
  }

  /** The one round of this page at a time. */
  function work(signal: AbortSignal): Promise<void> {
    const mine = lockedRound(signal)
      // A browser may refuse the lock or the records; what is due stays due.
      .catch(() => {})
      .then(() => {
        running = null;
        return comeBack();
      });
    running = mine;
    return mine;
  }

  async function lockedRound(signal: AbortSignal): Promise<void> {
    const { reports } = parts;
    const session = parts.session();
    if (!reports || !session) return;
    await parts.lock(`outbox ${tenantHash(session.tenant)}`, () => round(reports, session, signal));
  }

  return {
    flush,
    async settle(ms) {
      const limit = new AbortController();
      const cancel = clock.after(ms, () => limit.abort());
      const over = new Promise<void>((resolve) => limit.signal.addEventListener('abort', () => resolve()));
      try {
        await Promise.race([running ?? work(limit.signal), over]);
      } finally {
        cancel();
        limit.abort();
      }
    },
    stop() {
      stopped = true;
      cancelTimer();
    },
  };
}

function isDue(record: ActivityRecord): record is Due {
  return record.report.kind === 'due';
}

function isInFlight(record: ActivityRecord): boolean {
  return record.outcome.kind === 'pending';
}

/** The first whose door is free: what came after a press at that door is not reported before it. */
function nextDue(
  inOrder: readonly ActivityRecord[],
  waiting: ReadonlySet<string>,
  tried: ReadonlySet<string>,
): Due | undefined {
  const held = new Set(waiting);
  for (const record of inOrder) {
    if (isInFlight(record)) held.add(doorOf(record));
    else if (isDue(record) && !held.has(doorOf(record)) && !tried.has(record.id)) return record;
  }
  return undefined;
}

function doorOf(record: ActivityRecord): string {
  return `${record.target.kind} ${record.target.id}`;
}
