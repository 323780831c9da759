import type { ActivityRecord, ReportState } from './record.ts';

export type DueRecord = ActivityRecord & { readonly report: Extract<ReportState, { kind: 'due' }> };

/** Whether the record still has a report to send, now or when its outcome is known. */
export function isUnfinished(record: ActivityRecord): boolean {
  return isDue(record) || isInFlight(record);
}

/**
 * The next report to send; `inOrder` are one tenant's unfinished records by `pressedAt`. A target's reports stay in order,
 * so a record is skipped while its target is in `heldTargets` or an earlier press of that target is still in flight.
 */
export function nextDue(
  inOrder: readonly ActivityRecord[],
  heldTargets: ReadonlySet<string>,
  triedIds: ReadonlySet<string>,
): DueRecord | undefined {
  const held = new Set(heldTargets);
  for (const record of inOrder) {
    if (isInFlight(record)) held.add(targetKey(record));
    else if (isDue(record) && !held.has(targetKey(record)) && !triedIds.has(record.id)) return record;
  }
  return undefined;
}

/** A lock and an entry point may have the same id. */
export function targetKey({ target }: ActivityRecord): string {
  return `${target.kind} ${target.id}`;
}

function isDue(record: ActivityRecord): record is DueRecord {
  return record.report.kind === 'due';
}

function isInFlight(record: ActivityRecord): boolean {
  return record.outcome.kind === 'pending';
}
