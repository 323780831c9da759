import { hash53, memoryStore } from '#platform';
import type { FakeClock } from '#platform/test-helpers';
import { allDialects } from '../dialects/all.test-helper.ts';
import {
  type ApiProblem,
  apiProblem,
  bearer,
  type Credentials,
  createExchanges,
  createRateWindows,
  createRetryBudget,
  createServerClock,
  type NewProblem,
  type ProblemKind,
} from '../index.ts';

/** Everybody's token is their name; the credential's own name does not tell it. */
export const namedBySubject: Credentials = { of: (subject) => ({ id: credentialOf(subject), token: subject }) };

export const credentialOf = (subject: string) => `credential ${hash53(subject)}`;

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
    credentials: namedBySubject,
    authorize: bearer,
    dialects: allDialects,
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
