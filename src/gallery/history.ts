import { type ActivityRecord, type RecordedOutcome, tenantHash } from '#activity';
import type { Tenant } from '#model';
import { type Device, indexedRecords } from '#platform';
import { SARAHS_UNIT } from './tenants.ts';

const NOT_SENT = { kind: 'not-sent', because: { kind: 'offline' } } as const;

/** One outcome of each kind, newest last. */
const OUTCOMES: readonly RecordedOutcome[] = [
  { kind: 'unknown', because: 'no-answer' },
  NOT_SENT,
  { kind: 'failed', message: null },
  { kind: 'expired' },
  { kind: 'not-answered' },
  { kind: 'jammed' },
  { kind: 'denied', message: null },
  { kind: 'already-open' },
  { kind: 'opened', openedAt: 0, relaySeconds: null },
];

const REPORTS: readonly ActivityRecord['report'][] = [
  { kind: 'none' },
  { kind: 'sent' },
  { kind: 'kept' },
  { kind: 'refused', status: 422, message: null },
  { kind: 'due', happening: 'open_successful', reason: null, key: 'gallery' },
];

/** Stores activity records of this tenant, one for each outcome. */
export async function writeHistory(device: Device, tenant: Tenant, now: number): Promise<void> {
  const records = indexedRecords<ActivityRecord>(device, 'door-access-activity');
  await Promise.all(
    OUTCOMES.map((outcome, at) => {
      const pressedAt = now - (OUTCOMES.length - at) * 7_200_000;
      return records.put(`gallery-${at}`, {
        id: `gallery-${at}`,
        tenant: tenantHash(tenant),
        doorId: SARAHS_UNIT.id,
        doorName: at % 4 === 3 ? null : SARAHS_UNIT.name,
        target: { kind: 'lock', id: SARAHS_UNIT.lockId },
        pressedAt,
        happenedAt: new Date(pressedAt).toISOString(),
        outcome,
        report: REPORTS[at % REPORTS.length] ?? { kind: 'none' },
      });
    }),
  );
}

/** Deletes the databases that an earlier state created. */
export async function clearHistory({ indexedDB }: Device): Promise<void> {
  if (!indexedDB) return;
  await Promise.all(['door-access-activity', 'door-access-doors'].map((name) => deleteDatabase(indexedDB, name)));
}

function deleteDatabase(indexedDB: IDBFactory, name: string): Promise<void> {
  return new Promise((done) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = request.onerror = request.onblocked = () => done();
  });
}
