import { memoryStore } from '#platform';
import type { FakeClock } from '#platform/test-helpers';
import {
  type ApiProblem,
  apiProblem,
  createExchanges,
  createRateWindows,
  createRetryBudget,
  createServerClock,
  type NewProblem,
  type ProblemKind,
} from '../index.ts';

/** What a transport needs beside a server, with all time in the test's hands. */
export function transportParts(clock: FakeClock, store = memoryStore()) {
  const serverClock = createServerClock(clock);
  return {
    clock,
    serverClock,
    windows: createRateWindows(store, clock, serverClock),
    exchanges: createExchanges(memoryStore()),
    budget: createRetryBudget(clock),
    isOnline: () => true,
    random: () => 1,
  };
}

type SomeFacts = Partial<Omit<NewProblem, 'kind'>> & { readonly parsePath?: string | null };

/** A problem of this kind, with as many facts as the test cares for. */
export function aProblem(kind: ProblemKind, { parsePath = null, ...facts }: SomeFacts = {}): ApiProblem {
  const some = { origin: 'answer', method: 'GET', route: '/x', ...facts } as const;
  if (kind === 'rate-limited') return apiProblem({ ...some, kind, notBefore: facts.notBefore ?? 0 });
  return apiProblem(kind === 'malformed' ? { ...some, kind, parsePath } : { ...some, kind });
}
