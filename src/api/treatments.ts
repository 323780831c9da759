import type { ApiProblem, ProblemKind } from './problem.ts';
import type { CredentialId } from './sending/credentials.ts';

/** What the whole app does about one kind of failure. Where it is shown is the business of whoever asked. */
export type Treatment = {
  /** The session is over: remember where the person was, sign in again, come back there. */
  readonly endsSession: boolean;
  /** What was fetched before is in doubt: fetch it again. */
  readonly refreshes: boolean;
  /** Who is told: the person where they are, a toast over any page, the fields of the form, or the countdown banner. */
  readonly shows: 'sign-in' | 'in-place' | 'toast' | 'fields' | 'countdown';
  /** A read may be sent again by itself, with full jitter. */
  readonly retriesReads: boolean;
  /** Nobody but us can have caused it: it is counted, and never put to the tenant. */
  readonly isDefect: boolean;
};

const CALM: Treatment = {
  endsSession: false,
  refreshes: false,
  shows: 'in-place',
  retriesReads: false,
  isDefect: false,
};

/** The one table from a problem to what is done about it; ARCHITECTURE.md shows it in words. */
export const treatments: Readonly<Record<ProblemKind, Treatment>> = {
  unauthenticated: { ...CALM, endsSession: true, shows: 'sign-in' },
  forbidden: { ...CALM, refreshes: true },
  'not-found': { ...CALM, refreshes: true, shows: 'toast' },
  conflict: { ...CALM, isDefect: true },
  invalid: { ...CALM, shows: 'fields' },
  'rate-limited': { ...CALM, shows: 'countdown' },
  unavailable: { ...CALM, retriesReads: true },
  unsupported: CALM,
  rejected: { ...CALM, isDefect: true },
  malformed: { ...CALM, isDefect: true },
};

/** What a problem may cause outside this room; `app/` hands these in. */
export type ProblemActions = {
  /** Ends the session that this credential belongs to, and no later one. */
  endSession(refused: CredentialId): void;
  refresh(): void;
  toast(problem: ApiProblem, subject: ProblemSubject): void;
  countDefect(problem: ApiProblem): void;
};

/** Those that a failure causes whoever asked, and on every page. */
export type ActionsAtOnce = Pick<ProblemActions, 'endSession' | 'countDefect'>;

/** What the failed call was about, in the words of whoever asked, so that the toast can name it. */
export type ProblemSubject = string | null;

/** At the moment of failure, once a problem, whoever asked (see TransportParts.onProblem). */
export function treatAtOnce(problem: ApiProblem, sentAs: CredentialId | null, actions: ActionsAtOnce): void {
  const treatment = treatments[problem.kind];
  // A 401 to a call that carried no credential is the answer to a form, not the end of a session.
  if (treatment.endsSession && sentAs !== null) actions.endSession(sentAs);
  if (treatment.isDefect) actions.countDefect(problem);
}

/** After something the person did has failed: what their screen cannot show by itself. */
export function treatAction(problem: ApiProblem, subject: ProblemSubject, actions: ProblemActions): void {
  const treatment = treatments[problem.kind];
  if (treatment.shows === 'toast') actions.toast(problem, subject);
  if (treatment.refreshes) actions.refresh();
}
