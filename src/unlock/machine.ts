import type { OpenOutcome } from '#model';

/** The state of opening one door, as shown. All times are epoch ms on this device's clock. */
export type UnlockState =
  | { readonly kind: 'ready' }
  | { readonly kind: 'sending'; readonly command: string }
  /** The command has probably arrived, and the door is moving. */
  | { readonly kind: 'waiting'; readonly command: string }
  /** `openedAt` is the opener's time, on the server's clock. From `relayEndsAt` on the door does not count as open. */
  | {
      readonly kind: 'opened';
      readonly openedAt: number;
      readonly relayEndsAt: number;
      /** How long this state lasts, for the ring that drains with it. Ms. */
      readonly relayMs: number;
      readonly relay: RelayDisplay;
    }
  /** The relay time is over. Shown until the person leaves the door or presses again, or until `outdated`. */
  | { readonly kind: 'relay-ended'; readonly openedAt: number }
  /** Any other outcome. Presses before `restUntil` belong to the burst of taps that made this command. */
  | { readonly kind: 'ended'; readonly outcome: NotOpened; readonly restUntil: number };

/** How the relay time is shown: as a countdown, not at all because it is unknown, or as nearly over. */
export type RelayDisplay = 'counted' | 'not-named' | 'ending';

export type NotOpened = Exclude<OpenOutcome, { kind: 'opened' }>;

export type UnlockEvent =
  | { readonly type: 'pressed'; readonly command: string }
  | { readonly type: 'arrived'; readonly command: string }
  /** `remainingMs` of the relay time; null when the opener gives none. */
  | {
      readonly type: 'answered';
      readonly command: string;
      readonly outcome: OpenOutcome;
      readonly at: number;
      readonly remainingMs: number | null;
    }
  | { readonly type: 'relay-ended' }
  | { readonly type: 'outdated' };

export const READY: UnlockState = { kind: 'ready' };

/** Presses are ignored for this long after an outcome: they belong to the same burst of taps. Ms. */
export const REST_MS = 600;
/** How long "Opened" is shown when the opener gives no relay time. Ms. */
const OPENED_UNCOUNTED_MS = 10_000;
/** The shortest time that "Opened" is shown, if the answer arrives near the end of the relay time. Ms. */
export const OPENED_AT_LEAST_MS = 3_000;
/** How long the time of an opening stays on screen after the relay time. Ms. */
export const RELAY_ENDED_SHOWN_MS = 60_000;

/** Whether a command of this door is in flight. */
export function isInFlight({ kind }: UnlockState): boolean {
  return kind === 'sending' || kind === 'waiting';
}

/** Whether the door is shown as open. No control may be named Open then. */
export function isShownOpen(state: UnlockState): boolean {
  return state.kind === 'opened' || (state.kind === 'ended' && state.outcome.kind === 'already-open');
}

/** Whether a press makes a command now (law 1). */
export function acceptsPress(state: UnlockState, now: number): boolean {
  switch (state.kind) {
    case 'ready':
    case 'relay-ended':
      return true;
    case 'ended':
      return now >= state.restUntil;
    case 'sending':
    case 'waiting':
    case 'opened':
      return false;
  }
}

/** Pure. An event of another command, or in the wrong state, changes nothing. */
export function reduceUnlock(state: UnlockState, event: UnlockEvent): UnlockState {
  switch (event.type) {
    case 'pressed':
      return isAtRest(state) ? { kind: 'sending', command: event.command } : state;
    case 'arrived':
      return state.kind === 'sending' && state.command === event.command ? { ...state, kind: 'waiting' } : state;
    case 'answered': {
      if ((state.kind !== 'sending' && state.kind !== 'waiting') || state.command !== event.command) return state;
      const { outcome, at, remainingMs } = event;
      if (outcome.kind !== 'opened') return { kind: 'ended', outcome, restUntil: at + REST_MS };
      const relayMs = Math.max(remainingMs ?? OPENED_UNCOUNTED_MS, OPENED_AT_LEAST_MS);
      const relay = relayDisplay(remainingMs);
      return { kind: 'opened', openedAt: outcome.openedAt, relayEndsAt: at + relayMs, relayMs, relay };
    }
    case 'relay-ended':
      return state.kind === 'opened' ? { kind: 'relay-ended', openedAt: state.openedAt } : state;
    case 'outdated':
      return state.kind === 'relay-ended' ? READY : state;
  }
}

function isAtRest({ kind }: UnlockState): boolean {
  return kind === 'ready' || kind === 'ended' || kind === 'relay-ended';
}

function relayDisplay(remainingMs: number | null): RelayDisplay {
  if (remainingMs === null) return 'not-named';
  return remainingMs >= OPENED_AT_LEAST_MS ? 'counted' : 'ending';
}
