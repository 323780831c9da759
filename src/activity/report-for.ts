import type { OpenOutcome } from '#model';
import type { Happening } from '#systems';

/** What an outcome is reported as; null when there is nothing to report. */
export type ReportWords = { readonly happening: Happening; readonly reason: string | null } | null;

/**
 * Law 6: opened is a success; jammed, not answered, failed and come too late are failures with a reason; denied is
 * blocked; unknown is unconfirmed and never a success. What never reached the opener is no event at the door, and
 * neither is a door that somebody else holds open. The reasons are for the operator's log, so they are English.
 */
export function reportFor(outcome: OpenOutcome): ReportWords {
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
      return { happening: 'open_unconfirmed', reason: 'No confirmation was received.' };
    case 'already-open':
    case 'not-sent':
      return null;
  }
}
