import type { NotSentCause, OpenOutcome } from '#model';
import type { Happening } from '#systems';

/** What an outcome is reported as; null when there is nothing to report. */
export type ReportContent = { readonly happening: Happening; readonly reason: string | null } | null;

/** The SDK's `error_code` of a tap that was refused: these reports have no field of its own for it yet (KISS guide). */
const TAPS: Readonly<Partial<Record<NotSentCause['kind'], string>>> = {
  cancelled: 'user_canceled',
  'nfc-off': 'nfc_disabled',
  'wrong-lock': 'wrong_lock',
};

/**
 * Law 6: opened is a success, and so is a lock that finishes by itself; jammed, not answered, failed, come too late and a
 * refused tap are failures with a reason; denied, and what the app itself did not permit, is blocked; any other unknown is
 * unconfirmed and never a success. What never reached the opener is no event at the door, and neither is a door that
 * somebody else holds open. The reasons are for the operator's log, so they are English.
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
      const reason = TAPS[kind];
      return reason === undefined ? null : { happening: 'open_failure', reason };
    }
    case 'already-open':
      return null;
  }
}
