import type { OpenOutcome } from '#model';
import { type Clock, wait } from '#platform';
import type { OpenCommand, Opener } from '#systems';

/** Law 3: a command is resent within this time after the press. Ms. */
const RESEND_WITHIN_MS = 3_000;
/** Gives a phone time to switch to another network. Ms. */
const RESEND_PAUSE_MS = 300;
/** The longest wait for an answer after the press: the ten seconds of law 4, the motor, and the response. Ms. */
export const GIVE_UP_MS = 15_000;

export type DeliveryParts = {
  readonly clock: Clock;
  readonly isVisible: () => boolean;
  readonly isOnline: () => boolean;
};

/**
 * Sends a command at most twice (law 3): the second time with the same key, within three seconds, only if the first got no
 * answer, and only while the page is visible. Never rejects; resolves within GIVE_UP_MS of the press.
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
  // If the second attempt is refused, the first may still have moved the door.
  return second.kind === 'ended' && second.outcome.kind !== 'not-sent' ? second.outcome : unknown;
}
