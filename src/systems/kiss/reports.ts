import type { Transport } from '#api';
import { isJsonObject } from '#model';
import type { Reports } from '../system.ts';

const DEADLINE_MS = 15_000;
/** KISS guide: `reason` is at most 1000 characters. */
const LONGEST_REASON = 1000;

const PLACES = {
  lock: { segment: 'locks', route: '/locks/{id}/logs', prefix: 'lock' },
  'entry-point': { segment: 'entry-points', route: '/entry-points/{id}/logs', prefix: 'entry_point' },
} as const;

/** `/locks/{id}/logs` and `/entry-points/{id}/logs` (KISS guide, Reporting what happened). */
export function createReports(transport: Transport, scope: Reports['scope']): Pick<Reports, 'send'> {
  return {
    send: async (report, signal) => {
      const place = PLACES[report.target.kind];
      await transport.send({
        purpose: 'report',
        method: 'POST',
        path: `/${place.segment}/${encodeURIComponent(report.target.id)}/logs`,
        route: place.route,
        subject: report.subject,
        scope: scope(report.tenantId),
        deadlineMs: DEADLINE_MS,
        // The page may be closed while a report is being sent, for example at sign-out.
        keepalive: true,
        headers: { 'Idempotency-Key': report.idempotencyKey },
        body: {
          key: `${place.prefix}.${report.happening}`,
          happened_at: report.happenedAt,
          ...(report.reason === null ? {} : { reason: report.reason.slice(0, LONGEST_REASON) }),
        },
        // A captive portal may answer 200 as well, but not with a JSON object; then the report stays unsent.
        read: (answer) =>
          answer.status >= 200 && answer.status < 300 && isJsonObject(answer.json)
            ? ({ ok: true } as const)
            : undefined,
        ...(signal ? { signal } : {}),
      });
    },
  };
}
