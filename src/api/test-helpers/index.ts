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

/** The token of each subject is the subject itself; the credential's id does not reveal it. */
const credentialsOfAll: Credentials = { of: (subject) => ({ id: credentialOf(subject), token: subject }) };

export const credentialOf = (subject: string) => `credential ${hash53(subject)}`;

/** The parts of a transport except the server, on a fake clock and without jitter. */
export function transportParts(clock: FakeClock, store = memoryStore()) {
  const serverClock = createServerClock(clock);
  return {
    clock,
    serverClock,
    windows: createRateWindows(store, clock, serverClock),
    exchanges: createExchanges(memoryStore()),
    budget: createRetryBudget(clock),
    isOnline: () => true,
    credentials: credentialsOfAll,
    authorize: bearer,
    dialects: allDialects,
    random: () => 1,
  };
}

type ProblemFacts = Partial<Omit<NewProblem, 'kind'>> & { readonly parsePath?: string | null };

/** A problem with the given facts and defaults for the rest. */
export function aProblem(kind: ProblemKind, { parsePath = null, ...facts }: ProblemFacts = {}): ApiProblem {
  const some = { origin: 'answer', method: 'GET', route: '/x', ...facts } as const;
  if (kind === 'rate-limited') return apiProblem({ ...some, kind, notBefore: facts.notBefore ?? 0 });
  return apiProblem(kind === 'malformed' ? { ...some, kind, parsePath } : { ...some, kind });
}
