import type { ServerClock } from '#api';
import type { Door, OpenOutcome, Tenant } from '#model';
import { type Channel, type Clock, createListeners, type RecordStore, randomId } from '#platform';
import type { ActivityRecord } from './record.ts';
import { reportFor } from './report-for.ts';
import { tenantHash } from './tenant-hash.ts';

/** The person's own account of what happened at which door. Kept on this device, by tenant. */
export type ActivityJournal = {
  /** Writes a press down before its outcome is known, and answers at once with the record's id. */
  begin(door: Door, tenant: Tenant): string;
  /** Writes down what became of it, and what is to be reported. Resolves when it is stored. */
  finish(id: string, outcome: OpenOutcome): Promise<void>;
  /** This tenant's records, newest first. */
  list(tenant: string): Promise<ActivityRecord[]>;
  /** What `list` gave last for this tenant; null before it did. */
  known(tenant: string): readonly ActivityRecord[] | null;
  /**
   * What an earlier page left without an outcome, what is too old to keep, and what another tenant than this one left
   * behind: theirs keep no names. Gives whether that is so on the device, too.
   */
  tidy(tenant: string): Promise<boolean>;
  /**
   * Signed out: only unsent reports of this tenant stay, without names; of every tenant where none is named. Gives
   * whether that is so on the device, too.
   */
  scrub(tenant: string | null): Promise<boolean>;
  subscribe(changed: () => void): () => void;
  /** Tells every subscriber, in all tabs, that a record has changed. */
  announce(): void;
};

export type JournalParts = {
  readonly records: RecordStore<ActivityRecord>;
  readonly clock: Clock;
  readonly serverClock: ServerClock;
  readonly channel: Channel;
  /** Called when the press of a page that went has become due to be reported: no press of this page will send it. */
  readonly onDue: () => void;
  /** Whether the system does, and is told nothing (law 6). */
  readonly keepsOwnLog?: boolean;
};

/** No command is waited for longer (see unlock/), so a press without an outcome by then belongs to a page that went. */
const ABANDONED_AFTER_MS = 30_000;
/** How far the order of presses may run ahead of the clock (see begin). */
const CLOCK_SLACK_MS = 1_000;
/** Unsent reports of a tenant who does not come back (law 6). */
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
  /** Presses whose first write may still be under way: `finish` must come after it. */
  const writing = new Map<string, Promise<void>>();
  let lastPress = 0;
  let cancelWatch = () => {};
  let known: { readonly tenant: string; readonly list: readonly ActivityRecord[] } | null = null;

  const changed = () => {
    notify();
    channel.announce();
  };

  const ended = (record: ActivityRecord, outcome: OpenOutcome): ActivityRecord => {
    const report = keepsOwnLog ? null : reportFor(outcome);
    const at = outcome.kind === 'opened' ? outcome.openedAt : serverClock.now();
    return withKeptDetails({
      ...record,
      outcome,
      happenedAt: outcome.kind === 'unknown' ? record.happenedAt : new Date(at).toISOString(),
      report: report === null ? { kind: 'none' } : { kind: 'due', ...report, key: randomId() },
    });
  };

  /** This page knows that its own presses are still in flight; any other is abandoned when nobody ended it in time. */
  const isAbandoned = (record: ActivityRecord, age: number) =>
    // A clock that was set back would keep a press in flight for as long.
    record.outcome.kind === 'pending' && !writing.has(record.id) && (age > ABANDONED_AFTER_MS || age < -CLOCK_SLACK_MS);

  /** Ends what a page that went left without an outcome, now and when the rest of it has had its time. */
  async function endAbandoned(): Promise<void> {
    let isYoungerLeft = false;
    for (const record of await records.all()) {
      const age = clock.now() - record.pressedAt;
      if (isAbandoned(record, age)) {
        await records.change(record.id, (found) =>
          found.outcome.kind === 'pending' ? ended(found, { kind: 'unknown', because: 'interrupted' }) : found,
        );
        changed();
        onDue();
      } else if (record.outcome.kind === 'pending' && !writing.has(record.id)) isYoungerLeft = true;
    }
    cancelWatch();
    cancelWatch = isYoungerLeft ? clock.after(ABANDONED_AFTER_MS + 1, () => void endAbandoned()) : () => {};
  }

  channel.listen(() => {
    notify();
    void endAbandoned();
  });

  /** What is left of somebody who is not signed in: unsent reports, and nothing that names a door. */
  async function withoutNames(isTheirs: (record: ActivityRecord) => boolean): Promise<boolean> {
    let isDone = true;
    for (const record of (await records.all()).filter(isTheirs)) {
      const isKept = record.report.kind === 'due' || record.outcome.kind === 'pending';
      if (isKept) await records.change(record.id, nameless);
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
      writing.set(id, records.put(id, record).then(changed));
      return id;
    },
    async finish(id, outcome) {
      await writing.get(id);
      // Another page may have given this press up as interrupted: the person learns what became of it, and what was
      // reported, or is about to be, stays the one report that it has.
      await records.change(id, (record) =>
        record.outcome.kind === 'pending' ? ended(record, outcome) : withKeptDetails({ ...record, outcome }),
      );
      writing.delete(id);
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
      const isDone = await withoutNames((record) => record.tenant !== tenant);
      changed();
      return isDone;
    },
    async scrub(tenant) {
      const isDone = await withoutNames((record) => tenant === null || record.tenant === tenant);
      changed();
      return isDone;
    },
    announce: changed,
    subscribe,
  };
}

/** Neither the door's name nor the server's message, which may hold one. */
function nameless(record: ActivityRecord): ActivityRecord {
  const { outcome } = record;
  return { ...record, doorName: null, outcome: 'message' in outcome ? { ...outcome, message: null } : outcome };
}

/** What ends after its tenant has signed out gets no name and no message back. */
function withKeptDetails(record: ActivityRecord): ActivityRecord {
  return record.doorName === null ? nameless(record) : record;
}
