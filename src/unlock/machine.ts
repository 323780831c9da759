import type { OpenOutcome } from '#model';

/** The life of opening one door, as the person sees it. All moments are epoch ms on this device's clock. */
export type UnlockState =
  | { readonly kind: 'ready' }
  | { readonly kind: 'sending'; readonly command: string }
  /** It has been on its way long enough to have arrived; now it is the door's turn. */
  | { readonly kind: 'waiting'; readonly command: string }
  /** `openedAt` as the opener said it, on the server's clock. At `relayEndsAt` the word goes. */
  | { readonly kind: 'opened'; readonly openedAt: number; readonly relayEndsAt: number; readonly relay: RelayWord }
  /** Any other end. Presses before `restUntil` are the rest of a burst that was meant for the last command. */
  | { readonly kind: 'ended'; readonly outcome: NotOpened; readonly restUntil: number };

/** What can be said of the relay time: it counts down, nobody named it, or the answer came when it was (nearly) over. */
export type RelayWord = 'counted' | 'not-named' | 'ending';

export type NotOpened = Exclude<OpenOutcome, { kind: 'opened' }>;

export type UnlockEvent =
  | { readonly type: 'pressed'; readonly command: string }
  | { readonly type: 'handed-over'; readonly command: string }
  /** `remainingMs` is what is left of the relay time; null when the opener did not say how long it is. */
  | {
      readonly type: 'answered';
      readonly command: string;
      readonly outcome: OpenOutcome;
      readonly at: number;
      readonly remainingMs: number | null;
    }
  | { readonly type: 'relay-ended' };

export const READY: UnlockState = { kind: 'ready' };

/** After an end, the rest of a burst of taps is let go for this long. Ms. */
export const REST_MS = 600;
/** How long "Opened" stays where the opener names no relay time. Ms. */
const OPENED_UNCOUNTED_MS = 10_000;
/** An answer that comes when the relay time is (nearly) over is still read: shown this long, without a countdown. Ms. */
export const OPENED_AT_LEAST_MS = 3_000;

/** Whether a press would make a command now (law 1). */
export function acceptsPress(state: UnlockState, now: number): boolean {
  switch (state.kind) {
    case 'ready':
      return true;
    case 'ended':
      return now >= state.restUntil;
    case 'sending':
    case 'waiting':
    case 'opened':
      return false;
  }
}

/** Pure; an event that is about another command, or comes in the wrong state, changes nothing. */
export function reduceUnlock(state: UnlockState, event: UnlockEvent): UnlockState {
  switch (event.type) {
    case 'pressed':
      return state.kind === 'ready' || state.kind === 'ended' ? { kind: 'sending', command: event.command } : state;
    case 'handed-over':
      return state.kind === 'sending' && state.command === event.command ? { ...state, kind: 'waiting' } : state;
    case 'answered': {
      if ((state.kind !== 'sending' && state.kind !== 'waiting') || state.command !== event.command) return state;
      const { outcome, at, remainingMs } = event;
      if (outcome.kind !== 'opened') return { kind: 'ended', outcome, restUntil: at + REST_MS };
      return {
        kind: 'opened',
        openedAt: outcome.openedAt,
        relayEndsAt: at + Math.max(remainingMs ?? OPENED_UNCOUNTED_MS, OPENED_AT_LEAST_MS),
        relay: relayWord(remainingMs),
      };
    }
    case 'relay-ended':
      return state.kind === 'opened' ? READY : state;
  }
}

function relayWord(remainingMs: number | null): RelayWord {
  if (remainingMs === null) return 'not-named';
  return remainingMs >= OPENED_AT_LEAST_MS ? 'counted' : 'ending';
}
