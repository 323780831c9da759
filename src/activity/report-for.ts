import type { NotSentCause, OpenOutcome } from '#model';
import type { Happening } from '#systems';

/** The report of an outcome; null when there is nothing to report. */
export type ReportContent = { readonly happening: Happening; readonly reason: string | null } | null;

/** The SDK's `error_code` of a refused tap. Sent as the reason, because reports have no field for it yet (KISS guide). */
const SDK_ERROR_CODES: Readonly<Partial<Record<NotSentCause['kind'], string>>> = {
  cancelled: 'user_canceled',
  'nfc-off': 'nfc_disabled',
  'wrong-lock': 'wrong_lock',
};

/**
 * Law 6. A lock that finishes by itself counts as opened; any other unknown outcome is unconfirmed, never a success.
 * A command that never reached the opener and a door that is already open are not reported. The reasons are for the
 * operator's log, so they are always English.
 */
export function reportFor(outcome: OpenOutcome): ReportContent {
  switch (outcome.kind) {
    case 'opened':
      return { happening: 'open_successful', reason: null };
    case 'denied':
      return { happening: 'open_blocked', reason: null };
    case 'jammed':
      return { happening: 'open_failure', reason: 'The lock is jammed.' };
    case 'not-answered':
      return { happening: 'open_failure', reason: 'The lock did not answer.' };
    case 'failed':
      return { happening: 'open_failure', reason: 'The opener refused the command.' };
    case 'expired':
      return { happening: 'open_failure', reason: 'The command arrived too late.' };
    case 'unknown':
      if (outcome.because === 'finishing') return { happening: 'open_successful', reason: null };
      return { happening: 'open_unconfirmed', reason: 'No confirmation was received.' };
    case 'not-sent': {
      const { kind } = outcome.because;
      if (kind === 'not-permitted') return { happening: 'open_blocked', reason: null };
      const reason = SDK_ERROR_CODES[kind];
      return reason === undefined ? null : { happening: 'open_failure', reason };
    }
    case 'already-open':
      return null;
  }
}
