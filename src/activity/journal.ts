import type { ServerClock } from '#api';
import type { Door, OpenOutcome, Tenant } from '#model';
import { type Channel, type Clock, createListeners, type RecordStore, randomId } from '#platform';
import type { ActivityRecord } from './record.ts';
import { reportFor } from './report-for.ts';
import { tenantHash } from './tenant-hash.ts';

/** The history of presses and their outcomes, stored on this device per tenant. */
export type ActivityJournal = {
  /** Records a press before its outcome is known. Returns the record's id synchronously. */
  begin(door: Door, tenant: Tenant): string;
  /** Records the outcome and the report that is due. Resolves when both are stored. */
  finish(id: string, outcome: OpenOutcome): Promise<void>;
  /** This tenant's records, newest first. */
  list(tenant: string): Promise<ActivityRecord[]>;
  /** The last result of `list` for this tenant; null before the first. */
  known(tenant: string): readonly ActivityRecord[] | null;
  /**
   * Ends presses of closed pages, removes old records, and anonymizes or removes those of other tenants. Resolves to
   * whether storage confirmed it.
   */
  tidy(tenant: string): Promise<boolean>;
  /**
   * After sign-out: keeps only the unsent reports of this tenant (null: of every tenant), without names. Resolves to
   * whether storage confirmed it.
   */
  scrub(tenant: string | null): Promise<boolean>;
  subscribe(changed: () => void): () => void;
  /** Notifies the subscribers in all tabs that a record has changed. */
  announce(): void;
};

export type JournalParts = {
  readonly records: RecordStore<ActivityRecord>;
  readonly clock: Clock;
  readonly serverClock: ServerClock;
  readonly channel: Channel;
  /** Called when the report of a closed page's press becomes due. */
  readonly onDue: () => void;
  /** Whether the system keeps its own log and takes no reports (law 6). */
  readonly keepsOwnLog?: boolean;
};

/** Longer than any command waits (see unlock/): a press without an outcome by then belongs to a closed page. Ms. */
const ABANDONED_AFTER_MS = 30_000;
/** How far `pressedAt` may be ahead of the clock, because `begin` makes it strictly increasing. Ms. */
const CLOCK_SLACK_MS = 1_000;
/** How long unsent reports are kept (law 6). Ms. */
const KEEP_UNSENT_MS = 7 * 24 * 3_600_000;
const KEEP_MS = 30 * 24 * 3_600_000;
const KEEP_COUNT = 200;

export function createJournal({
  records,
  clock,
  serverClock,
  channel,
  onDue,
  keepsOwnLog = false,
}: JournalParts): ActivityJournal {
  const { notify, subscribe } = createListeners();
  /** The first write of each press of this page. `finish` waits for it. */
  const writes = new Map<string, Promise<void>>();
  let lastPress = 0;
  let cancelCheck = () => {};
  let known: { readonly tenant: string; readonly list: readonly ActivityRecord[] } | null = null;

  const changed = () => {
    notify();
    channel.announce();
  };

  const ended = (record: ActivityRecord, outcome: OpenOutcome): ActivityRecord => {
    const report = keepsOwnLog ? null : reportFor(outcome);
    const at = outcome.kind === 'opened' ? outcome.openedAt : serverClock.now();
    return keepAnonymous({
      ...record,
      outcome,
      happenedAt: outcome.kind === 'unknown' ? record.happenedAt : new Date(at).toISOString(),
      report: report === null ? { kind: 'none' } : { kind: 'due', ...report, key: randomId() },
    });
  };

  /** Whether a press is pending although its page must have closed. This page's own presses are never abandoned. */
  const isAbandoned = (record: ActivityRecord, age: number) =>
    // A negative age means that the clock was set back. Waiting until it has caught up could take days.
    record.outcome.kind === 'pending' && !writes.has(record.id) && (age > ABANDONED_AFTER_MS || age < -CLOCK_SLACK_MS);

  /** Ends abandoned presses now, and schedules another check while younger ones remain. */
  async function endAbandoned(): Promise<void> {
    let hasYounger = false;
    for (const record of await records.all()) {
      const age = clock.now() - record.pressedAt;
      if (isAbandoned(record, age)) {
        await records.change(record.id, (found) =>
          found.outcome.kind === 'pending' ? ended(found, { kind: 'unknown', because: 'interrupted' }) : found,
        );
        changed();
        onDue();
      } else if (record.outcome.kind === 'pending' && !writes.has(record.id)) hasYounger = true;
    }
    cancelCheck();
    cancelCheck = hasYounger ? clock.after(ABANDONED_AFTER_MS + 1, () => void endAbandoned()) : () => {};
  }

  channel.listen(() => {
    notify();
    void endAbandoned();
  });

  /** Removes the names from unsent reports, and removes all other matching records. */
  async function anonymize(isMatch: (record: ActivityRecord) => boolean): Promise<boolean> {
    let isDone = true;
    for (const record of (await records.all()).filter(isMatch)) {
      const isKept = record.report.kind === 'due' || record.outcome.kind === 'pending';
      if (isKept) await records.change(record.id, withoutNames);
      else isDone = (await records.remove(record.id)) && isDone;
    }
    return isDone && !records.isBroken();
  }

  return {
    begin(door, tenant) {
      const id = randomId();
      lastPress = Math.max(clock.now(), lastPress + 1);
      if (door.openability.kind !== 'openable') return id;
      const { kind, id: targetId } = door.openability.target;
      const record: ActivityRecord = {
        id,
        tenant: tenantHash(tenant),
        doorId: door.id,
        doorName: door.name,
        target: { kind, id: targetId },
        pressedAt: lastPress,
        happenedAt: new Date(serverClock.now()).toISOString(),
        outcome: { kind: 'pending' },
        report: { kind: 'none' },
      };
      writes.set(id, records.put(id, record).then(changed));
      return id;
    },
    async finish(id, outcome) {
      await writes.get(id);
      // Another page may have ended this press as interrupted. Then the outcome is corrected, but not the report, which
      // may already be sent: a press has one report.
      await records.change(id, (record) =>
        record.outcome.kind === 'pending' ? ended(record, outcome) : keepAnonymous({ ...record, outcome }),
      );
      writes.delete(id);
      changed();
    },
    async list(tenant) {
      const all = await records.all();
      const list = all.filter((record) => record.tenant === tenant).sort((a, b) => b.pressedAt - a.pressedAt);
      known = { tenant, list };
      return list;
    },
    known: (tenant) => (known?.tenant === tenant ? known.list : null),
    async tidy(tenant) {
      const now = clock.now();
      const all = (await records.all()).sort((a, b) => b.pressedAt - a.pressedAt);
      for (const [index, record] of all.entries()) {
        const age = now - record.pressedAt;
        const keep = record.report.kind === 'due' ? age < KEEP_UNSENT_MS : age < KEEP_MS && index < KEEP_COUNT;
        if (!keep) await records.remove(record.id);
      }
      await endAbandoned();
      const isDone = await anonymize((record) => record.tenant !== tenant);
      changed();
      return isDone;
    },
    async scrub(tenant) {
      const isDone = await anonymize((record) => tenant === null || record.tenant === tenant);
      changed();
      return isDone;
    },
    announce: changed,
    subscribe,
  };
}

/** The server's message may contain a name too. */
function withoutNames(record: ActivityRecord): ActivityRecord {
  const { outcome } = record;
  return { ...record, doorName: null, outcome: 'message' in outcome ? { ...outcome, message: null } : outcome };
}

/** A press that ends after its tenant has signed out stays without names. */
function keepAnonymous(record: ActivityRecord): ActivityRecord {
  return record.doorName === null ? withoutNames(record) : record;
}
