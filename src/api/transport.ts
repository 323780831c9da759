import { isJsonObject } from '#model';
import { type CircuitBreaker, createCircuitBreaker } from './health/circuit-breaker.ts';
import { type ClientErrorStop, createClientErrorStop } from './health/client-error-stop.ts';
import type { Exchanges } from './health/exchanges.ts';
import { type ApiProblem, apiProblem, isApiProblem } from './problem.ts';
import type { FailedRequest } from './problem-policy.ts';
import type { Authorize, Credentials, Sender } from './sending/credentials.ts';
import { type Ending, type ExchangeParts, exchange } from './sending/exchange.ts';
import { withRetries } from './sending/read-retries.ts';
import type { ApiRequest } from './sending/request.ts';
import type { RetryBudget } from './sending/retry-budget.ts';

/** The one way out of this app to one server. */
export type Transport = {
  readonly base: string;
  /** Sends once. Throws ApiProblem, or the signal's reason when the caller called it off. */
  send<T>(request: ApiRequest<T>): Promise<T>;
  /** Sends a read, and again while that is of use (`withRetries`). Throws as `send` does. */
  read<T>(request: ApiRequest<T>): Promise<T>;
  /** Whether the server is well; null where nothing can be asked for its health. */
  readonly breaker: CircuitBreaker | null;
  /** Whether what runs by itself must stop, because too much of what was sent was bad. */
  readonly stop: ClientErrorStop;
};

export type TransportParts = ExchangeParts & {
  readonly exchanges: Exchanges;
  /** One for the whole client, whatever servers it talks to. */
  readonly budget: RetryBudget;
  readonly isOnline: () => boolean;
  /** Asked for the credential of a request's subject each time that one is sent. */
  readonly credentials: Credentials;
  /** How this server wants them to be shown. */
  readonly authorize: Authorize;
  /** Told of each problem once, before it is thrown: see `handleProblem`. */
  readonly onProblem: (problem: ApiProblem, request: FailedRequest) => void;
  /** Where the server says whether it is well; null where it does not. */
  readonly healthPath?: string | null;
  readonly random?: () => number;
};

const NOBODY: Sender = { id: null, fields: {} };
const PROBE_DEADLINE_MS = 8_000;

export function createTransport(parts: TransportParts): Transport {
  const { clock, windows, exchanges, healthPath = null, random = Math.random } = parts;
  const stop = createClientErrorStop(clock);
  const breaker = healthPath === null ? null : createCircuitBreaker({ clock, random, probe: () => isWell(healthPath) });

  /** Known at once, and so a command is never held up: it leaves, or it is refused with the moment to wait for. */
  function refusal({ method, route, scope, purpose }: ApiRequest<unknown>): ApiProblem | null {
    const facts = { method, route, origin: 'local' } as const;
    const blockedUntil = windows.until(scope);
    if (blockedUntil !== null) return apiProblem({ ...facts, kind: 'rate-limited', notBefore: blockedUntil });
    const health = breaker?.state();
    if (health?.kind === 'open' && purpose !== 'command') {
      return apiProblem({ ...facts, kind: 'unavailable', notBefore: health.nextProbeAt });
    }
    return null;
  }

  async function send<T>(request: ApiRequest<T>): Promise<T> {
    const refused = refusal(request);
    if (refused) throw refused;
    const sender = senderOf(request);
    try {
      return await exchange(request, sender, parts, note);
    } catch (error) {
      if (isApiProblem(error)) parts.onProblem(error, { sentAs: sender.id, opens: request.opens ?? null });
      throw error;
    }
  }

  /** At the last moment, without waiting. Throws ApiProblem where the device holds no credential of theirs (any more). */
  function senderOf({ subject, credential, method, route }: ApiRequest<unknown>): Sender {
    if (subject === null) return NOBODY;
    const held = parts.credentials.of(subject);
    if (held && (credential === undefined || credential === held.id)) {
      return { id: held.id, fields: parts.authorize(held.token) };
    }
    throw apiProblem({ kind: 'unauthenticated', origin: 'local', method, route });
  }

  function note({ request, sentAt, status, requestId, problem }: Ending) {
    const { method, route, purpose } = request;
    const kind = problem === null || problem === 'called-off' ? (problem ?? 'ok') : problem.kind;
    exchanges.note({ at: sentAt, method, route, status, kind, durationMs: clock.now() - sentAt, requestId });
    if (status !== null) stop.note(status);
    if (problem === 'called-off' || purpose === 'probe' || purpose === 'command') return;
    // Nonsense may be somebody else's answer (a captive portal); without a network it is not the server's trouble.
    if (problem?.kind === 'malformed' || (status === null && !parts.isOnline())) return;
    if (problem?.kind === 'unavailable') breaker?.failed();
    else breaker?.succeeded();
  }

  async function isWell(path: string): Promise<boolean> {
    const probe: ApiRequest<true> = {
      purpose: 'probe',
      method: 'GET',
      path,
      route: path,
      subject: null,
      scope: `${parts.base}${path}`,
      deadlineMs: PROBE_DEADLINE_MS,
      read: ({ status, json }) => (status === 200 && isJsonObject(json) ? true : undefined),
    };
    try {
      return await exchange(probe, NOBODY, parts, note);
    } catch (error) {
      // Any answer that a server at work gives will do, "there is no such thing here" included.
      return isApiProblem(error) && !['unavailable', 'rate-limited', 'malformed'].includes(error.kind);
    }
  }

  return {
    base: parts.base,
    send,
    read: (request) =>
      withRetries((ms) => send({ ...request, deadlineMs: Math.min(request.deadlineMs, ms) }), request.signal, {
        clock,
        budget: parts.budget,
        mayRepeat: () => !stop.isStopped() && breaker?.state().kind !== 'open',
        random,
      }),
    breaker,
    stop,
  };
}
