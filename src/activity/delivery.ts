import { fullJitterMs, isApiProblem, LONGEST_BLOCK_MS, problemPolicy } from '#api';
import { tenantKey } from '#model';
import type { Clock, RecordStore } from '#platform';
import type { SignedIn } from '#session';
import type { Reports } from '#systems';
import type { DueRecord } from './due-reports.ts';
import type { ActivityRecord, ReportState } from './record.ts';

/** What one attempt means for the next reports: `hold-target` stops those of the same target, `hold-all` stops all. */
export type DeliveryResult = 'sent' | 'refused' | 'hold-target' | 'hold-all';

export type DeliveryParts = {
  readonly records: RecordStore<ActivityRecord>;
  readonly clock: Clock;
  readonly onChange: () => void;
  readonly random?: () => number;
};

/** Reports are not urgent: they start later and back off longer than reads. Ms. */
export const MIN_PAUSE_MS = 1_000;
const MAX_FAILURES = 6;

/** Sends single reports, and pauses after failures. */
export function createDelivery({ records, clock, onChange, random }: DeliveryParts) {
  let failures = 0;
  let pausedUntil = 0;

  const pauseUntil = (time: number) => {
    pausedUntil = Math.max(pausedUntil, time);
  };

  async function setReport(record: DueRecord, report: ReportState) {
    await records.change(record.id, (found) => ({ ...found, report }));
    onChange();
  }

  async function handleFailure(record: DueRecord, error: unknown): Promise<DeliveryResult> {
    if (!isApiProblem(error)) return 'hold-all';
    switch (problemPolicy[error.kind].report) {
      case 'needs-session':
        return 'hold-all';
      case 'needs-window':
        // A server may name a time days ahead; the report is retried after an hour at most.
        pauseUntil(Math.min(error.notBefore ?? clock.now() + MIN_PAUSE_MS, clock.now() + LONGEST_BLOCK_MS));
        return 'hold-all';
      case 'retry':
        failures = Math.min(failures + 1, MAX_FAILURES);
        pauseUntil(clock.now() + MIN_PAUSE_MS + fullJitterMs(failures, random) * failures);
        return error.status === null ? 'hold-all' : 'hold-target';
      case 'refuse':
        break;
    }
    if (error.kind === 'invalid' && record.report.happening === 'open_unconfirmed') {
      // Older servers do not know `open_unconfirmed`. It must not be reported as anything else.
      await setReport(record, { kind: 'kept' });
    } else {
      await setReport(record, { kind: 'refused', status: error.status ?? 0, message: error.serverMessage });
    }
    return 'refused';
  }

  return {
    /** Sends one report and stores the result. @throws only when storage fails */
    async deliver(
      reports: Reports,
      record: DueRecord,
      { tenant }: SignedIn,
      signal: AbortSignal,
    ): Promise<DeliveryResult> {
      const { target, happenedAt } = record;
      const { happening, reason, key } = record.report;
      const report = { target, happening, happenedAt, reason, idempotencyKey: key };
      try {
        await reports.send({ ...report, tenantId: tenant.id, subject: tenantKey(tenant) }, signal);
      } catch (error) {
        return handleFailure(record, error);
      }
      failures = 0;
      await setReport(record, { kind: 'sent' });
      return 'sent';
    },
    /** Epoch ms before which nothing is sent unless a person asks for it. */
    pausedUntil: () => pausedUntil,
    pauseUntil,
  };
}
