import { isApiProblem } from '#api';
import type { OpenOutcome } from '#model';
import type { UnlockState } from '#unlock';

const WAYS = { answer: 'by its answer', network: 'no answer', timeout: 'too late', local: 'not asked' } as const;

/** A problem as the screens tell it apart; `nothing` where there is none. */
export function problemName(error: unknown): string {
  if (error === null) return 'nothing';
  // Nothing that a screen is prepared for.
  if (!isApiProblem(error)) throw error;
  return error.kind === 'unavailable' ? `${error.kind}, ${WAYS[error.origin]}` : error.kind;
}

/** What became of something that a form waits for. */
export function follow(work: Promise<unknown>): () => string {
  let end: { readonly error: unknown } | null = null;
  work.then(
    () => {
      end = { error: null };
    },
    (error) => {
      end = { error };
    },
  );
  return () => (end === null ? 'still on its way' : problemName(end.error));
}

/** What the page of a door is given to say. */
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
