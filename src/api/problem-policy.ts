import type { OpenTarget } from '#model';
import type { ApiProblem, ProblemKind } from './problem.ts';
import type { CredentialId } from './sending/credentials.ts';

/** What the app does about one kind of problem: one row of the table below. */
export type ProblemPolicy = {
  /** Any request: ends the session. The app remembers the page and returns to it after sign-in. */
  readonly endsSession?: true;
  /** Any request: a bug in the app or the server. It is counted, and never described as the tenant's mistake. */
  readonly isDefect?: true;
  /** Reads: retried automatically, with full jitter. */
  readonly retriesReads?: true;
  /** Forms and lists: where the message appears. */
  readonly shows: 'fields' | 'countdown' | 'in-place';
  /** Reports: wait for a session or for the end of the rate limit, retry later, or give up. */
  readonly report: 'needs-session' | 'needs-window' | 'retry' | 'refuse';
  /** Open commands: the outcome when the answer has none. `unknown` means that the door may have opened. */
  readonly opening: 'signed-out' | 'rate-limited' | 'not-found' | 'unsupported' | 'denied' | 'failed' | 'unknown';
  /** Open commands: fetches the access list again, because it may be out of date. */
  readonly refreshes?: true;
  /** Open commands: shows a toast, because the person may have left the door's page by then. */
  readonly toasts?: true;
};

const DEFAULT_POLICY: ProblemPolicy = { shows: 'in-place', report: 'refuse', opening: 'failed' };

/** The policy for each kind of problem. docs/problems.md explains the table. */
export const problemPolicy: Readonly<Record<ProblemKind, ProblemPolicy>> = {
  unauthenticated: { ...DEFAULT_POLICY, endsSession: true, report: 'needs-session', opening: 'signed-out' },
  forbidden: { ...DEFAULT_POLICY, opening: 'denied', refreshes: true },
  'not-found': { ...DEFAULT_POLICY, opening: 'not-found', refreshes: true, toasts: true },
  conflict: { ...DEFAULT_POLICY, isDefect: true },
  // `not_after` may have been too far ahead: fetching the list updates the server clock for the next press.
  invalid: { ...DEFAULT_POLICY, shows: 'fields', refreshes: true },
  'rate-limited': { shows: 'countdown', report: 'needs-window', opening: 'rate-limited' },
  unavailable: { ...DEFAULT_POLICY, report: 'retry', opening: 'unknown', retriesReads: true },
  unsupported: { ...DEFAULT_POLICY, opening: 'unsupported' },
  rejected: { ...DEFAULT_POLICY, isDefect: true },
  // The answer may come from a captive portal, so a report was not necessarily refused.
  malformed: { ...DEFAULT_POLICY, report: 'retry', opening: 'unknown', isDefect: true },
};

/** Effects outside the query layer. `app/` implements them. */
export type ProblemActions = {
  /** Ends the session of this credential, but no later session. */
  endSession(refused: CredentialId): void;
  refresh(): void;
  toast(problem: ApiProblem, opens: OpenTarget['kind']): void;
  countDefect(problem: ApiProblem): void;
};

export type FailedRequest = {
  /** The credential that the request carried. */
  readonly sentAs: CredentialId | null;
  /** The kind of target of an open command; null for every other request. */
  readonly opens: OpenTarget['kind'] | null;
};

/** Applies the policy of a problem. The transport calls this once per problem; the caller only has to show it. */
export function handleProblem(problem: ApiProblem, { sentAs, opens }: FailedRequest, actions: ProblemActions): void {
  const policy = problemPolicy[problem.kind];
  // A 401 without a credential rejects the input of a form, such as a wrong code, and not a session.
  if (policy.endsSession && sentAs !== null) actions.endSession(sentAs);
  if (policy.isDefect) actions.countDefect(problem);
  if (opens === null) return;
  if (policy.toasts) actions.toast(problem, opens);
  if (policy.refreshes) actions.refresh();
}
