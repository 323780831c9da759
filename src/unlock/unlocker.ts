import type { ServerClock } from '#api';
import { type Door, isPermittedAt, type NotSentCause, type OpenOutcome, tenantKey } from '#model';
import { type Clock, createListeners, randomId } from '#platform';
import type { SignedIn } from '#session';
import type { OpenCommand, Opener } from '#systems';
import { type DeliveryParts, deliver } from './deliver.ts';
import {
  acceptsPress,
  isInFlight,
  READY,
  RELAY_ENDED_SHOWN_MS,
  reduceUnlock,
  type UnlockEvent,
  type UnlockState,
} from './machine.ts';

/** Opens doors. One per app, so that a command in flight survives leaving the door's page and coming back. */
export type Unlocker = {
  readonly opener: Opener;
  state(doorId: string): UnlockState;
  /** Makes a command and sends it in the same task, or makes none. In a frame of another origin it never makes one. */
  press(door: Door, session: SignedIn): void;
  /**
   * Clears the outcome of the last command, once it was read. A command in flight stays, and so does "not opened, sign in again", because the
   * redirect to sign-in hid it.
   */
  forget(doorId: string): void;
  /** Whether an open command is in flight, at any door. */
  isBusy(): boolean;
  /** Calls back with the id of each door whose state changes. Returns an unsubscribe function. */
  subscribe(changed: (doorId: string) => void): () => void;
  /** Whether an open command is in flight or a door is shown as open. */
  isActive(): boolean;
};

export type UnlockerParts = DeliveryParts & {
  readonly opener: Opener;
  readonly clock: Clock;
  readonly serverClock: ServerClock;
  /** Whether a page of another origin frames this one. */
  readonly isFramed: () => boolean;
  /** Whether storage still holds this session's token. Otherwise a press makes no command. */
  readonly isCurrent: (session: SignedIn) => boolean;
  /**
   * Records the press and returns the record's id. `isSent` is false for a press that was refused; its outcome follows in the
   * same task.
   */
  readonly onPress: (door: Door, session: SignedIn, isSent: boolean) => string;
  readonly onOutcome: (recordId: string, door: Door, outcome: OpenOutcome) => void;
};

/** Law 4: ten seconds after the press, on the server's clock. Ms. */
const ACT_WITHIN_MS = 10_000;
/** Tolerance for the time of an opening: both clocks are known to about a second. Ms. */
const TIME_SLACK_MS = 2_000;
/** After this an unanswered command counts as arrived, and the panel shows that the door is moving. Ms. */
const ARRIVED_AFTER_MS = 900;

export function createUnlocker(parts: UnlockerParts): Unlocker {
  const { opener, clock, serverClock } = parts;
  const states = new Map<string, UnlockState>();
  const { notify, subscribe } = createListeners<[doorId: string]>();
  const stateOf = (doorId: string) => states.get(doorId) ?? READY;

  const isAny = (matches: (state: UnlockState) => boolean) => [...states.values()].some(matches);

  function dispatch(doorId: string, event: UnlockEvent) {
    const next = reduceUnlock(stateOf(doorId), event);
    if (next === stateOf(doorId)) return;
    states.set(doorId, next);
    if (next.kind === 'opened') {
      clock.after(Math.max(0, next.relayEndsAt - clock.now()), () => dispatch(doorId, { type: 'relay-ended' }));
    }
    if (next.kind === 'relay-ended') {
      // A later opening of this door has a state of its own, which this timer must not end.
      clock.after(RELAY_ENDED_SHOWN_MS, () => {
        if (stateOf(doorId) === next) dispatch(doorId, { type: 'outdated' });
      });
    }
    notify(doorId);
  }

  /** Limits the time of an opening to the time between press and answer, because the opener's clock may be wrong. */
  function withBoundedTime(outcome: OpenOutcome, { pressedAt }: OpenCommand): OpenOutcome {
    if (outcome.kind !== 'opened') return outcome;
    const now = serverClock.now();
    const earliest = now - (clock.now() - pressedAt) - TIME_SLACK_MS;
    return { ...outcome, openedAt: Math.min(Math.max(outcome.openedAt, earliest), now + TIME_SLACK_MS) };
  }

  function remainingRelayMs(outcome: OpenOutcome): number | null {
    if (outcome.kind !== 'opened' || outcome.relaySeconds === null) return null;
    const relayMs = outcome.relaySeconds * 1000;
    // Part of the relay time passed before the answer arrived. A wrong clock must not make the rest longer or negative.
    const elapsed = Math.min(Math.max(0, serverClock.now() - outcome.openedAt), relayMs);
    return relayMs - elapsed;
  }

  async function follow(door: Door, command: OpenCommand, delivery: Promise<OpenOutcome>, recordId: string) {
    const cancelArrived = clock.after(ARRIVED_AFTER_MS, () =>
      dispatch(door.id, { type: 'arrived', command: command.key }),
    );
    const outcome = withBoundedTime(await delivery, command);
    cancelArrived();
    const remainingMs = remainingRelayMs(outcome);
    dispatch(door.id, { type: 'answered', command: command.key, outcome, at: clock.now(), remainingMs });
    parts.onOutcome(recordId, door, outcome);
  }

  return {
    opener,
    state: stateOf,
    press(door, session) {
      if (door.openability.kind !== 'openable' || !acceptsPress(stateOf(door.id), clock.now())) return;
      if (parts.isFramed() || !parts.isCurrent(session)) return;
      const pressedAt = clock.now();
      const command: OpenCommand = {
        key: randomId(),
        target: door.openability.target,
        subject: tenantKey(session.tenant),
        credential: session.credential,
        tenantId: session.tenant.id,
        pressedAt,
        notAfter: serverClock.now() + ACT_WITHIN_MS,
      };
      // The list may be old: access, or its hours, may have ended since.
      const because: NotSentCause | null = isPermittedAt(door, serverClock.now())
        ? opener.refusal(session.tenant.id)
        : { kind: 'not-permitted' };
      if (because) {
        dispatch(door.id, { type: 'pressed', command: command.key });
        const outcome: OpenOutcome = { kind: 'not-sent', because };
        dispatch(door.id, { type: 'answered', command: command.key, outcome, at: pressedAt, remainingMs: null });
        parts.onOutcome(parts.onPress(door, session, false), door, outcome);
        return;
      }
      // Sent before it is recorded and shown, because a command is sent in the task of its press (law 2).
      const delivery = deliver(opener, command, parts);
      const recordId = parts.onPress(door, session, true);
      dispatch(door.id, { type: 'pressed', command: command.key });
      void follow(door, command, delivery, recordId);
    },
    forget(doorId) {
      const state = stateOf(doorId);
      if (state.kind !== 'ended' && state.kind !== 'relay-ended') return;
      if (state.kind === 'ended' && isSignedOut(state.outcome)) return;
      states.delete(doorId);
      notify(doorId);
    },
    isBusy: () => isAny(isInFlight),
    isActive: () => isAny((state) => isInFlight(state) || state.kind === 'opened'),
    subscribe,
  };
}

function isSignedOut(outcome: OpenOutcome): boolean {
  return outcome.kind === 'not-sent' && outcome.because.kind === 'signed-out';
}
