import { isJsonObject } from '#model';
import { type CircuitBreaker, createCircuitBreaker } from './health/circuit-breaker.ts';
import { type ClientErrorStop, createClientErrorStop } from './health/client-error-stop.ts';
import type { Exchanges } from './health/exchanges.ts';
import { type ApiProblem, apiProblem, isApiProblem } from './problem.ts';
import type { FailedRequest } from './problem-policy.ts';
import type { Authorize, Credentials, Sender } from './sending/credentials.ts';
import { type ExchangeParts, type ExchangeResult, exchange } from './sending/exchange.ts';
import { withRetries } from './sending/read-retries.ts';
import type { ApiRequest } from './sending/request.ts';
import type { RetryBudget } from './sending/retry-budget.ts';

/** Sends all requests to one server. */
export type Transport = {
  readonly base: string;
  /** Sends once. Throws ApiProblem, or the reason of `request.signal` when the caller aborted it. */
  send<T>(request: ApiRequest<T>): Promise<T>;
  /** Sends a read with retries (`withRetries`). Throws as `send` does. */
  read<T>(request: ApiRequest<T>): Promise<T>;
  /** Null for a server without a health check. */
  readonly breaker: CircuitBreaker | null;
  /** Whether automatic requests must stop after too many client errors. */
  readonly stop: ClientErrorStop;
};

export type TransportParts = ExchangeParts & {
  readonly exchanges: Exchanges;
  /** Shared by the transports of all servers. */
  readonly budget: RetryBudget;
  readonly isOnline: () => boolean;
  /** Read each time a request is sent. */
  readonly credentials: Credentials;
  readonly authorize: Authorize;
  /** Called once for each problem of a sent request, before it is thrown; see `handleProblem`. */
  readonly onProblem: (problem: ApiProblem, request: FailedRequest) => void;
  /** Path of the health check. */
  readonly healthPath?: string | null;
  readonly random?: () => number;
};

const ANONYMOUS: Sender = { id: null, fields: {} };
const PROBE_DEADLINE_MS = 8_000;

export function createTransport(parts: TransportParts): Transport {
  const { clock, windows, exchanges, healthPath = null, random = Math.random } = parts;
  const stop = createClientErrorStop(clock);
  const breaker =
    healthPath === null ? null : createCircuitBreaker({ clock, random, probe: () => isHealthy(healthPath) });

  /** The reason not to send a request now. Synchronous, so that an open command never waits (law 2). */
  function localProblem({ method, route, scope, purpose }: ApiRequest<unknown>): ApiProblem | null {
    const facts = { method, route, origin: 'local' } as const;
    const blockedUntil = windows.blockedUntil(scope);
    if (blockedUntil !== null) return apiProblem({ ...facts, kind: 'rate-limited', notBefore: blockedUntil });
    const health = breaker?.state();
    if (health?.kind === 'open' && purpose !== 'command') {
      return apiProblem({ ...facts, kind: 'unavailable', notBefore: health.nextProbeAt });
    }
    return null;
  }

  async function send<T>(request: ApiRequest<T>): Promise<T> {
    const problem = localProblem(request);
    if (problem) throw problem;
    const sender = senderOf(request);
    try {
      return await exchange(request, sender, parts, record);
    } catch (error) {
      if (isApiProblem(error)) parts.onProblem(error, { sentAs: sender.id, opens: request.opens ?? null });
      throw error;
    }
  }

  /** Throws ApiProblem when this device does not have the credential. */
  function senderOf({ subject, credential, method, route }: ApiRequest<unknown>): Sender {
    if (subject === null) return ANONYMOUS;
    const held = parts.credentials.of(subject);
    if (held && (credential === undefined || credential === held.id)) {
      return { id: held.id, fields: parts.authorize(held.token) };
    }
    throw apiProblem({ kind: 'unauthenticated', origin: 'local', method, route });
  }

  function record({ request, sentAt, status, requestId, problem }: ExchangeResult) {
    const { method, route, purpose } = request;
    const kind = problem === null || problem === 'aborted' ? (problem ?? 'ok') : problem.kind;
    exchanges.note({ at: sentAt, method, route, status, kind, durationMs: clock.now() - sentAt, requestId });
    if (status !== null) stop.note(status);
    if (problem === 'aborted' || purpose === 'probe' || purpose === 'command') return;
    // A malformed answer may come from a captive portal, and a failure while offline says nothing about the server.
    if (problem?.kind === 'malformed' || (status === null && !parts.isOnline())) return;
    if (problem?.kind === 'unavailable') breaker?.failed();
    else breaker?.succeeded();
  }

  async function isHealthy(path: string): Promise<boolean> {
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
      return await exchange(probe, ANONYMOUS, parts, record);
    } catch (error) {
      // Any other answer, a 404 included, comes from a working server.
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
        mayRetry: () => !stop.isStopped() && breaker?.state().kind !== 'open',
        random,
      }),
    breaker,
    stop,
  };
}
