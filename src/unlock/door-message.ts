import { type SignedInMessages, timeOfDay } from '#i18n';
import type { OpenOutcome } from '#model';
import type { Tone } from '#ui';
import type { NotOpened, UnlockState } from './machine.ts';

/** What a door's state says: in one word that is read from three metres away, in a sentence, and what to do next. */
export type DoorMessage = {
  readonly tone: Tone;
  /** A key of `unlock.words`; null where the sentence alone is shown. */
  readonly word: keyof SignedInMessages['unlock']['words'] | null;
  readonly line: string;
  readonly next: string | null;
};

/** The message of a door's state. `timeZone` is the door's IANA time zone; null where it is unknown. */
export function doorMessage(t: SignedInMessages, state: UnlockState, timeZone: string | null): DoorMessage {
  const { states } = t.unlock;
  switch (state.kind) {
    case 'ready':
      return { tone: 'neutral', word: null, line: states.ready, next: null };
    case 'sending':
    case 'waiting':
      return { tone: 'neutral', word: 'wait', line: states.sending, next: null };
    case 'opened':
      return {
        tone: 'good',
        word: 'open',
        line: states.opened({ time: timeOfDay(state.openedAt, timeZone) }),
        next: state.relay === 'ending' ? states.openedLate : states.openedNext,
      };
    case 'relay-ended':
      return {
        tone: 'neutral',
        word: null,
        line: states.relayEnded({ time: timeOfDay(state.openedAt, timeZone) }),
        next: null,
      };
    case 'ended':
      return { ...wordFor(state.outcome), ...sentences(t, state.outcome) };
  }
}

function wordFor(outcome: Exclude<OpenOutcome, { kind: 'opened' }>): Pick<DoorMessage, 'tone' | 'word'> {
  switch (outcome.kind) {
    case 'already-open':
      return { tone: 'good', word: 'open' };
    case 'unknown':
      return { tone: 'unsure', word: 'unsure' };
    default:
      return { tone: 'bad', word: 'not-opened' };
  }
}

function sentences(t: SignedInMessages, outcome: NotOpened): Pick<DoorMessage, 'line' | 'next'> {
  const { states, next } = t.unlock;
  switch (outcome.kind) {
    case 'not-sent':
      return {
        line: states[outcome.because.kind],
        next: outcome.because.kind === 'signed-out' ? null : next[outcome.because.kind],
      };
    case 'unknown':
      if (outcome.because === 'finishing') return { line: states.finishing, next: null };
      return { line: states.unknown, next: outcome.because === 'unconfirmed' ? next.unconfirmed : next.unknown };
    default:
      return { line: states[outcome.kind], next: next[outcome.kind] };
  }
}
