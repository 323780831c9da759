import { isApiProblem } from '#api';
import type { OpenOutcome } from '#model';
import type { UnlockState } from '#unlock';

const ORIGINS = { answer: 'by its answer', network: 'no answer', timeout: 'too late', local: 'not asked' } as const;

/** A name for a problem as the screens distinguish it; `nothing` for null. @throws the error if it is not a problem */
export function problemName(error: unknown): string {
  if (error === null) return 'nothing';
  if (!isApiProblem(error)) throw error;
  return error.kind === 'unavailable' ? `${error.kind}, ${ORIGINS[error.origin]}` : error.kind;
}

/** Tracks a promise; the returned function names its current result. */
export function trackResult(work: Promise<unknown>): () => string {
  let end: { readonly error: unknown } | null = null;
  work.then(
    () => {
      end = { error: null };
    },
    (error) => {
      end = { error };
    },
  );
  return () => (end === null ? 'pending' : problemName(end.error));
}

/** A name for the state of a door, with its outcome. */
export function doorStateName(state: UnlockState): string {
  return state.kind === 'ended' ? outcomeName(state.outcome) : state.kind;
}

function outcomeName(outcome: OpenOutcome): string {
  switch (outcome.kind) {
    case 'not-sent':
      return `not-sent: ${outcome.because.kind}`;
    case 'unknown':
      return `unknown: ${outcome.because}`;
    default:
      return outcome.kind;
  }
}
