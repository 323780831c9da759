import type { OpenOutcome } from '#model';
import { type Clock, wait } from '#platform';
import type { OpenCommand, Opener } from './opener.ts';

/** The resend of law 3 happens within this time of the press. Ms. */
const RESEND_WITHIN_MS = 3_000;
/** A moment for a phone that is changing from one cell or network to the next. Ms. */
const RESEND_PAUSE_MS = 300;
/** No answer is waited for longer than this after the press: the ten seconds of law 4, the motor, and the way back. Ms. */
export const GIVE_UP_MS = 15_000;

export type DeliveryParts = {
  readonly clock: Clock;
  readonly isVisible: () => boolean;
  readonly isOnline: () => boolean;
};

/**
 * Sends a command at most twice (law 3): once more, with the same key, within three seconds, only when no answer came at
 * all, and only while the page is in view. Resolves always, within GIVE_UP_MS of the press.
 */
export async function deliver(opener: Opener, command: OpenCommand, parts: DeliveryParts): Promise<OpenOutcome> {
  const { clock } = parts;
  const left = () => Math.max(0, command.pressedAt + GIVE_UP_MS - clock.now());
  const unknown: OpenOutcome = { kind: 'unknown', because: 'no-answer' };

  const first = await opener.attempt(command, left());
  if (first.kind !== 'no-answer') return first.outcome;
  const inTime = () => clock.now() - command.pressedAt < RESEND_WITHIN_MS;
  if (!opener.dedupesByKey || !inTime()) return unknown;

  await wait(clock, RESEND_PAUSE_MS);
  if (!inTime() || !parts.isVisible() || !parts.isOnline()) return unknown;
  const second = await opener.attempt(command, left());
  // The first one may have arrived and moved the door: a refusal of the second alone is no word about that.
  return second.kind === 'ended' && second.outcome.kind !== 'not-sent' ? second.outcome : unknown;
}
