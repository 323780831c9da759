import { type ApiProblem, createServerClock, type ProblemKind } from '#api';
import { aProblem } from '#api/test-helpers';
import type { Door, OpenTarget, Tenant } from '#model';
import { aDoor as aUnit } from '#model/test-helpers';
import { type Channel, memoryRecords } from '#platform';
import { createFakeClock } from '#platform/test-helpers';
import type { SignedIn } from '#session';
import { createJournal } from './journal.ts';
import type { ActivityRecord } from './record.ts';
import { tenantHash } from './tenant-hash.ts';

export const ada: Tenant = { apiBase: 'https://api.test/v2', e164: '+13035550101', id: 't1', name: 'Ada Lovelace' };
export const bob: Tenant = { apiBase: 'https://api.test/v2', e164: '+13035550102', id: 't2', name: 'Bob' };

export const ADA = tenantHash(ada);
export const BOB = tenantHash(bob);

/** In these tests the credential id is the token. */
export function signedIn(tenant: Tenant, token = `token of ${tenant.id}`): SignedIn {
  return {
    kind: 'signed-in',
    credential: token,
    tenant,
    phone: { country: 'US', national: tenant.e164.slice(2) },
    signedInAt: 0,
    afterRejection: false,
    accounts: 1,
  };
}

export function aDoor(id: string, kind: OpenTarget['kind'] = 'lock'): Door {
  return aUnit({
    id,
    kind: kind === 'lock' ? 'unit' : 'entry-point',
    name: `Door ${id}`,
    openability: { kind: 'openable', target: { kind, id: `${kind}-${id}`, key: 'kenv1.sealed' } },
  });
}

/** A record with a due report; its id and key are derived from `pressedAt`. */
export function dueRecord(pressedAt: number, facts: Partial<ActivityRecord> = {}): ActivityRecord {
  return {
    id: `r${pressedAt}`,
    tenant: ADA,
    doorId: 'u1',
    doorName: 'Door u1',
    target: { kind: 'lock', id: 'lock-u1' },
    pressedAt,
    happenedAt: new Date(pressedAt).toISOString(),
    outcome: { kind: 'jammed' },
    report: { kind: 'due', happening: 'open_failure', reason: 'The lock is jammed.', key: `key-${pressedAt}` },
    ...facts,
  };
}

export function problem(kind: ProblemKind, facts: Partial<ApiProblem> = {}): ApiProblem {
  return aProblem(kind, { method: 'POST', route: '/locks/{id}/logs', ...facts });
}

const silentChannel: Channel = { announce: () => {}, listen: () => () => {} };

/** The records and the clock of a device; `openPage` opens another page on it. */
export function createDevice() {
  const kept = new Map<string, ActivityRecord>();
  const records = memoryRecords(kept);
  const clock = createFakeClock();
  const serverClock = createServerClock(clock);
  const openPage = (channel: Channel = silentChannel) =>
    createJournal({ records, clock, serverClock, channel, onDue: () => {} });
  return { kept, records, clock, serverClock, openPage };
}

/** Runs pending promises without advancing the clock. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 100; turn++) await Promise.resolve();
}

/** Advances the clock in steps and settles promises after each. */
export async function pass(clock: { advance(ms: number): void }, ms: number, step = 500): Promise<void> {
  for (let left = ms; left > 0; left -= step) {
    clock.advance(Math.min(step, left));
    await settled();
  }
}
