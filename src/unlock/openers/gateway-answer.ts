import type { Answer } from '#api';
import type { OpenOutcome } from '#model';
import { readRelaySeconds } from './relay-seconds.ts';

/** Longer messages of the gateway are cut before they are shown or stored. Characters. */
export const LONGEST_MESSAGE = 300;

/**
 * The answer's `outcome` decides, whatever the status (law 5), with two exceptions: 401 and 429 are about the request and
 * not the door, and "opened" with an error status contradicts itself, so it is unknown. Undefined where the status decides.
 */
export function readOutcome({ status, json }: Answer): OpenOutcome | undefined {
  if (status === 401 || status === 429 || typeof json !== 'object' || json === null) return undefined;
  const body = json as Readonly<Record<string, unknown>>;
  const message = typeof body.message === 'string' ? body.message.slice(0, LONGEST_MESSAGE) : null;
  switch (body.outcome) {
    case 'opened':
      return status >= 200 && status < 300 ? opened(body) : { kind: 'unknown', because: 'nonsense' };
    case 'already_open':
      return { kind: 'already-open' };
    case 'denied':
      return { kind: 'denied', message };
    case 'jammed':
      return { kind: 'jammed' };
    case 'not_answered':
      return { kind: 'not-answered' };
    case 'expired':
      return { kind: 'expired' };
    default:
      return undefined;
  }
}

/** Undefined without a time: "Opened" is only shown with the time of the opening. */
function opened(body: Readonly<Record<string, unknown>>): OpenOutcome | undefined {
  const openedAt = typeof body.opened_at === 'string' ? Date.parse(body.opened_at) : Number.NaN;
  if (Number.isNaN(openedAt)) return undefined;
  return { kind: 'opened', openedAt, relaySeconds: readRelaySeconds(body.relay_seconds) };
}
