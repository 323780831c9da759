import { type ApiProblem, isApiProblem, problemPolicy, type RateWindows, type Transport } from '#api';
import type { OpenOutcome } from '#model';
import type { Attempt, Opener } from '#systems';
import { refusalNow } from '#systems';
import { LONGEST_MESSAGE, readOutcome } from './gateway-answer.ts';

export type GatewayParts = {
  readonly transport: Transport;
  readonly windows: RateWindows;
  readonly isOnline: () => boolean;
  /** Fetches the access list again after a denial. */
  readonly refresh: () => void;
};

const PLACES = {
  lock: { segment: 'locks', route: '/locks/{id}/open' },
  'entry-point': { segment: 'entry-points', route: '/entry-points/{id}/open' },
} as const;

/** The operator's remote-open service (docs/gateway.md). */
export function createGatewayOpener({ transport, windows, isOnline, refresh }: GatewayParts): Opener {
  const scope = (tenantId: string) => `${transport.base}/open ${tenantId}`;
  return {
    kind: 'gateway',
    unavailable: () => null,
    refusal: (tenantId) => refusalNow({ isOnline, windows }, scope(tenantId)),
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
          opens: command.target.kind,
          scope: scope(command.tenantId),
          deadlineMs,
          headers: { 'Idempotency-Key': command.key },
          body: { not_after: new Date(command.notAfter).toISOString() },
          read: readOutcome,
        });
        if (outcome.kind === 'denied') refresh();
        return { kind: 'ended', outcome };
      } catch (error) {
        if (!isApiProblem(error)) return ended({ kind: 'unknown', because: 'no-answer' });
        return fromProblem(error);
      }
    },
    dedupesByKey: true,
    scope,
  };
}

const ended = (outcome: OpenOutcome): Attempt => ({ kind: 'ended', outcome });
const refused = (outcome: OpenOutcome): Attempt => ({ kind: 'refused', outcome });

/** For an answer without an outcome, or no answer, the problem policy decides. */
function fromProblem(problem: ApiProblem): Attempt {
  const message = problem.serverMessage?.slice(0, LONGEST_MESSAGE) ?? null;
  const end = problemPolicy[problem.kind].opening;
  switch (end) {
    case 'signed-out':
    case 'not-found':
    case 'unsupported':
      return refused({ kind: 'not-sent', because: { kind: end } });
    case 'rate-limited':
      // Only this kind of problem has `notBefore`.
      return refused({ kind: 'not-sent', because: { kind: end, until: problem.notBefore ?? 0 } });
    case 'denied':
    case 'failed':
      return refused({ kind: end, message });
    case 'unknown':
      return fromUnknown(problem);
  }
}

/** The door may have moved. The command is resent only after a network error (law 3). */
function fromUnknown({ kind, status, origin }: ApiProblem): Attempt {
  if (kind === 'malformed') return ended({ kind: 'unknown', because: 'nonsense' });
  if (status !== null) return ended({ kind: 'unknown', because: 'server-trouble' });
  return origin === 'network' ? { kind: 'no-answer' } : ended({ kind: 'unknown', because: 'no-answer' });
}
