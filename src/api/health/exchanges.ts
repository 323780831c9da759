import type { JsonStore } from '#platform';
import type { ProblemKind } from '../problem.ts';

/** One request and what became of it. No address, no number, no token, no name, no body. */
export type Exchange = {
  /** Epoch ms on this device's clock. */
  readonly at: number;
  readonly method: string;
  /** The route's template. */
  readonly route: string;
  readonly status: number | null;
  readonly kind: ProblemKind | 'ok' | 'called-off';
  readonly durationMs: number;
  readonly requestId: string | null;
};

/** The last exchanges of this tab, for a person who helps another one. Kept through reload. */
export type Exchanges = {
  note(exchange: Exchange): void;
  /** Newest last. */
  list(): readonly Exchange[];
};

const KEY = 'exchanges';
const MOST = 50;

export function createExchanges(store: JsonStore): Exchanges {
  const list = () => {
    const stored = store.get(KEY);
    return Array.isArray(stored) ? stored.filter(isExchange) : [];
  };
  return {
    note: (exchange) => store.set(KEY, [...list(), exchange].slice(-MOST)),
    list,
  };
}

function isExchange(value: unknown): value is Exchange {
  if (typeof value !== 'object' || value === null) return false;
  const { at, method, route, kind, durationMs } = value as Partial<Exchange>;
  return [at, durationMs].every(Number.isFinite) && [method, route, kind].every((one) => typeof one === 'string');
}
