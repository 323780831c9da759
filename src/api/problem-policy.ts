import type { ApiProblem, ProblemKind } from './problem.ts';
import type { CredentialId } from './sending/credentials.ts';

/** What the whole app does about one kind of problem: a row of the table. A column that is left out says no. */
export type ProblemPolicy = {
  /** Any request: the session is over. Remember the page, sign in again, come back to it. */
  readonly endsSession?: true;
  /** Any request: only we or the server can have caused it. It is counted, and never put to the tenant. */
  readonly isDefect?: true;
  /** A read: it may be sent again by itself, with full jitter. */
  readonly retriesReads?: true;
  /** A form or a list: where the message appears. */
  readonly shows: 'fields' | 'countdown' | 'in-place';
  /** A report: whether it waits for a session or for the end of a limit, is sent again later, or never. */
  readonly report: 'needs-session' | 'needs-window' | 'retry' | 'refuse';
  /** An opening that was answered without an outcome: how it ended. `unknown`: the door may have moved. */
  readonly opening: 'signed-out' | 'rate-limited' | 'not-found' | 'unsupported' | 'denied' | 'failed' | 'unknown';
  /** An opening: the list is in doubt, and is fetched again. */
  readonly refreshes?: true;
  /** An opening: said in a toast over any page, for the door's own page may be gone by then. */
  readonly toasts?: true;
};

const DEFAULT_POLICY: ProblemPolicy = { shows: 'in-place', report: 'refuse', opening: 'failed' };

/** The one table from a problem to what is done about it; ARCHITECTURE.md shows it in words. */
export const problemPolicy: Readonly<Record<ProblemKind, ProblemPolicy>> = {
  unauthenticated: { ...DEFAULT_POLICY, endsSession: true, report: 'needs-session', opening: 'signed-out' },
  forbidden: { ...DEFAULT_POLICY, opening: 'denied', refreshes: true },
  'not-found': { ...DEFAULT_POLICY, opening: 'not-found', refreshes: true, toasts: true },
  conflict: { ...DEFAULT_POLICY, isDefect: true },
  // Perhaps `not_after` was too far ahead: a fresh list brings the server's time for the next press.
  invalid: { ...DEFAULT_POLICY, shows: 'fields', refreshes: true },
  'rate-limited': { shows: 'countdown', report: 'needs-window', opening: 'rate-limited' },
  unavailable: { ...DEFAULT_POLICY, report: 'retry', opening: 'unknown', retriesReads: true },
  unsupported: { ...DEFAULT_POLICY, opening: 'unsupported' },
  rejected: { ...DEFAULT_POLICY, isDefect: true },
  // Perhaps not the API answered but a captive portal: a report has not been refused.
  malformed: { ...DEFAULT_POLICY, report: 'retry', opening: 'unknown', isDefect: true },
};

/** What a problem may cause outside the query layer; `app/` hands these in. */
export type ProblemActions = {
  /** Ends the session that this credential belongs to, and no later one. */
  endSession(refused: CredentialId): void;
  refresh(): void;
  toast(problem: ApiProblem, opens: Opens): void;
  countDefect(problem: ApiProblem): void;
};

/** What an opening was about, so that a toast can name it. */
export type Opens = 'lock' | 'entry-point';

/** What a failed request tells the policy: which credential it carried, and what it was to open; null for none. */
export type FailedRequest = { readonly sentAs: CredentialId | null; readonly opens: Opens | null };

/**
 * Does what the table says of a problem, whichever request met it: a list, a form, a report or an opening. The transport
 * calls it once for each problem; what is left to the caller is to show it.
 */
export function handleProblem(problem: ApiProblem, { sentAs, opens }: FailedRequest, actions: ProblemActions): void {
  const policy = problemPolicy[problem.kind];
  // A 401 to a call that carried no credential is the answer to a form, not the end of a session.
  if (policy.endsSession && sentAs !== null) actions.endSession(sentAs);
  if (policy.isDefect) actions.countDefect(problem);
  if (opens === null) return;
  if (policy.toasts) actions.toast(problem, opens);
  if (policy.refreshes) actions.refresh();
}
