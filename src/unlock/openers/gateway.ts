import { isApiProblem, type ProblemActions, type RateWindows, type Transport, treatAction } from '#api';
import type { OpenOutcome } from '#model';
import type { Attempt, OpenCommand, Opener } from '../opener.ts';
import { LONGEST_MESSAGE, readOutcome } from './gateway-answer.ts';

export type GatewayParts = {
  readonly transport: Transport;
  readonly windows: RateWindows;
  readonly isOnline: () => boolean;
  readonly actions: ProblemActions;
};

const PLACES = {
  lock: { segment: 'locks', route: '/locks/{id}/open' },
  'entry-point': { segment: 'entry-points', route: '/entry-points/{id}/open' },
} as const;

/** The operator's remote-open service, as docs/gateway.md describes it. */
export function createGatewayOpener({ transport, windows, isOnline, actions }: GatewayParts): Opener {
  const scope = (tenantId: string) => `${transport.base}/open ${tenantId}`;
  return {
    kind: 'gateway',
    unavailable: () => null,
    refusal(tenantId) {
      if (!isOnline()) return { kind: 'offline' };
      const until = windows.until(scope(tenantId));
      return until === null ? null : { kind: 'rate-limited', until };
    },
    async attempt(command, deadlineMs) {
      const place = PLACES[command.target.kind];
      try {
        const outcome = await transport.send({
          purpose: 'command',
          method: 'POST',
          path: `/${place.segment}/${encodeURIComponent(command.target.id)}/open`,
          route: place.route,
          subject: command.subject,
          credential: command.credential,
          scope: scope(command.tenantId),
          deadlineMs,
          headers: { 'Idempotency-Key': command.key },
          body: { not_after: new Date(command.notAfter).toISOString() },
          read: readOutcome,
        });
        if (outcome.kind === 'denied') actions.refresh();
        return { kind: 'ended', outcome };
      } catch (error) {
        return fromProblem(error, command, actions);
      }
    },
    dedupesByKey: true,
    scope,
  };
}

function fromProblem(error: unknown, command: OpenCommand, actions: ProblemActions): Attempt {
  const ended = (outcome: OpenOutcome): Attempt => ({ kind: 'ended', outcome });
  if (!isApiProblem(error)) return ended({ kind: 'unknown', because: 'no-answer' });
  const refused = (outcome: OpenOutcome): Attempt => ({ kind: 'refused', outcome });
  const message = error.serverMessage?.slice(0, LONGEST_MESSAGE) ?? null;
  treatAction(error, command.target.kind, actions);
  switch (error.kind) {
    case 'unauthenticated':
      return refused({ kind: 'not-sent', because: { kind: 'signed-out' } });
    case 'rate-limited':
      return refused({ kind: 'not-sent', because: { kind: 'rate-limited', until: error.notBefore } });
    case 'not-found':
      return refused({ kind: 'not-sent', because: { kind: 'not-found' } });
    case 'unsupported':
      return refused({ kind: 'not-sent', because: { kind: 'unsupported' } });
    case 'forbidden':
      return refused({ kind: 'denied', message });
    case 'invalid':
      // Perhaps `not_after` was too far ahead: a fresh list brings the server's time for the next press.
      actions.refresh();
      return refused({ kind: 'failed', message });
    case 'conflict':
    case 'rejected':
      return refused({ kind: 'failed', message });
    case 'malformed':
      return ended({ kind: 'unknown', because: 'nonsense' });
    case 'unavailable':
      if (error.status !== null) return ended({ kind: 'unknown', because: 'server-trouble' });
      return error.origin === 'network' ? { kind: 'no-answer' } : ended({ kind: 'unknown', because: 'no-answer' });
  }
}
