import type { ServerClock } from '#api';
import { type Door, isPermittedAt, type NotSentCause, type OpenOutcome, tenantKey } from '#model';
import { type Clock, createListeners, randomId } from '#platform';
import type { SignedIn } from '#session';
import { type DeliveryParts, deliver } from './deliver.ts';
import { acceptsPress, READY, reduceUnlock, type UnlockEvent, type UnlockState } from './machine.ts';
import type { OpenCommand, Opener } from './opener.ts';

/** Opens doors. One for the whole page, so that leaving a door's page and coming back finds its command where it was. */
export type Unlocker = {
  readonly opener: Opener;
  state(doorId: string): UnlockState;
  /** One press: one command, sent in this very task, or nothing. Always nothing where another origin frames the page. */
  press(door: Door, session: SignedIn): void;
  /**
   * Lets go of what became of the last command. One in flight stays, and so does "not opened, sign in again": nobody has
   * read it yet.
   */
  forget(doorId: string): void;
  /** Whether an open command is on its way, at any door. */
  isBusy(): boolean;
  subscribe(changed: () => void): () => void;
};

export type UnlockerParts = DeliveryParts & {
  readonly opener: Opener;
  readonly clock: Clock;
  readonly serverClock: ServerClock;
  /** Whether a page of another origin shows this one. */
  readonly isFramed: () => boolean;
  /** Whether the device still holds this session's credential. A press with another one is none. */
  readonly isCurrent: (session: SignedIn) => boolean;
  /** Writes the press down and answers with its id. */
  readonly onPress: (door: Door, session: SignedIn) => string;
  readonly onOutcome: (recordId: string, door: Door, outcome: OpenOutcome) => void;
};

/** Law 4: ten seconds after the press, on the server's clock. Ms. */
const ACT_WITHIN_MS = 10_000;
/** How far the time of an opening may lie outside its attempt: both clocks are known to about a second. Ms. */
const TIME_SLACK_MS = 2_000;
/** A request that is still unanswered by then has arrived, or is in trouble; either way we wait for the door. Ms. */
const HANDED_OVER_MS = 900;

export function createUnlocker(parts: UnlockerParts): Unlocker {
  const { opener, clock, serverClock } = parts;
  const states = new Map<string, UnlockState>();
  const { notify, subscribe } = createListeners();
  const stateOf = (doorId: string) => states.get(doorId) ?? READY;

  function dispatch(doorId: string, event: UnlockEvent) {
    const next = reduceUnlock(stateOf(doorId), event);
    if (next === stateOf(doorId)) return;
    states.set(doorId, next);
    if (next.kind === 'opened') {
      clock.after(Math.max(0, next.relayEndsAt - clock.now()), () => dispatch(doorId, { type: 'relay-ended' }));
    }
    notify();
  }

  /**
   * An opening lies between the press and its answer, on the server's clock. That it opened is the word of whoever opens
   * the door, for this very key (law 5); a time outside of that comes from a wrong clock, and is bounded.
   */
  function inItsTime(outcome: OpenOutcome, { pressedAt }: OpenCommand): OpenOutcome {
    if (outcome.kind !== 'opened') return outcome;
    const now = serverClock.now();
    const earliest = now - (clock.now() - pressedAt) - TIME_SLACK_MS;
    return { ...outcome, openedAt: Math.min(Math.max(outcome.openedAt, earliest), now + TIME_SLACK_MS) };
  }

  function remainingRelayMs(outcome: OpenOutcome): number | null {
    if (outcome.kind !== 'opened' || outcome.relaySeconds === null) return null;
    const relayMs = outcome.relaySeconds * 1000;
    // Part of the relay time went by on the way here; a strange clock must not make it longer, or negative.
    const elapsed = Math.min(Math.max(0, serverClock.now() - outcome.openedAt), relayMs);
    return relayMs - elapsed;
  }

  async function follow(door: Door, command: OpenCommand, delivery: Promise<OpenOutcome>, recordId: string) {
    const cancelHandOver = clock.after(HANDED_OVER_MS, () =>
      dispatch(door.id, { type: 'handed-over', command: command.key }),
    );
    const outcome = inItsTime(await delivery, command);
    cancelHandOver();
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
      // The list may be older than the end of this access, or of its hours: the app itself has to honour them.
      const because: NotSentCause | null = isPermittedAt(door, serverClock.now())
        ? opener.refusal(session.tenant.id)
        : { kind: 'not-permitted' };
      if (because) {
        dispatch(door.id, { type: 'pressed', command: command.key });
        const outcome: OpenOutcome = { kind: 'not-sent', because };
        dispatch(door.id, { type: 'answered', command: command.key, outcome, at: pressedAt, remainingMs: null });
        parts.onOutcome(parts.onPress(door, session), door, outcome);
        return;
      }
      // The request leaves first, in this task; then it is written down, for a page that goes in the next moment; then shown.
      const delivery = deliver(opener, command, parts);
      const recordId = parts.onPress(door, session);
      dispatch(door.id, { type: 'pressed', command: command.key });
      void follow(door, command, delivery, recordId);
    },
    forget(doorId) {
      const state = stateOf(doorId);
      if (state.kind !== 'ended') return;
      if (state.outcome.kind === 'not-sent' && state.outcome.because.kind === 'signed-out') return;
      states.delete(doorId);
      notify();
    },
    isBusy: () => [...states.values()].some((state) => state.kind === 'sending' || state.kind === 'waiting'),
    subscribe,
  };
}
