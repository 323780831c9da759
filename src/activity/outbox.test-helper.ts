import { tenantKey } from '#model';
import type { TabLock } from '#platform';
import type { SignedIn } from '#session';
import type { Report } from '#systems';
import { ada, createDevice, dueRecord, signedIn } from './activity.test-helper.ts';
import { createOutbox } from './outbox.ts';
import type { ActivityRecord } from './record.ts';

/** The server's answer to one attempt; throws what the query layer throws. */
export type Answer = (report: Report, nth: number) => void | Promise<void>;

export const never: Answer = () => new Promise(() => {});

/** Like Web Locks with `ifAvailable`: a second request for a held lock fails. */
export function createTestLock(): TabLock {
  const held = new Set<string>();
  return async (name, work) => {
    if (held.has(name)) return false;
    held.add(name);
    try {
      await work();
    } finally {
      held.delete(name);
    }
    return true;
  };
}

/** A device with these records and a server; `openTab` opens another tab. */
export async function createSender(stored: readonly ActivityRecord[], answer: Answer = () => {}) {
  const device = createDevice();
  for (const record of stored) await device.records.put(record.id, record);
  const lock = createTestLock();
  const state = { session: signedIn(ada) as SignedIn | null, online: true, mayAsk: true, answer };
  const tries: { readonly report: Report; readonly token: string }[] = [];
  let changes = 0;
  const openTab = (tabLock: TabLock = lock) =>
    createOutbox({
      records: device.records,
      reports: {
        scope: (tenantId) => tenantId,
        send: async (report, signal) => {
          const { session } = state;
          const isSubject = session !== null && tenantKey(session.tenant) === report.subject;
          tries.push({ report, token: isSubject ? session.credential : 'none' });
          const aborted = new Promise<never>((_resolve, reject) =>
            signal?.addEventListener('abort', () => reject(signal.reason)),
          );
          await Promise.race([state.answer(report, tries.length), aborted]);
        },
      },
      session: () => state.session,
      isOnline: () => state.online,
      mayAsk: () => state.mayAsk,
      clock: device.clock,
      lock: tabLock,
      onChange: () => {
        changes += 1;
      },
      random: () => 0.5,
    });
  return {
    ...device,
    state,
    tries,
    openTab,
    outbox: openTab(),
    changes: () => changes,
    sent: () => tries.map(({ report }) => report.idempotencyKey),
    report: (id: string) => device.kept.get(id)?.report,
  };
}

/** A record of another door. */
export const atDoor = (door: string, pressedAt: number, facts: Partial<ActivityRecord> = {}) =>
  dueRecord(pressedAt, { target: { kind: 'lock', id: door }, ...facts });
