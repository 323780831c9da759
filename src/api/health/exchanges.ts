import type { JsonStore } from '#platform';
import type { ProblemKind } from '../problem.ts';

/** One request and its result, for support. Contains no address, phone number, token, name or body. */
export type Exchange = {
  /** When it was sent, in epoch ms on this device's clock. */
  readonly at: number;
  readonly method: string;
  /** The template, such as `/locks/{id}/logs`. */
  readonly route: string;
  readonly status: number | null;
  readonly kind: ProblemKind | 'ok' | 'aborted';
  readonly durationMs: number;
  readonly requestId: string | null;
};

/** The last 50 exchanges of this tab, for the help page. Kept through reload. */
export type Exchanges = {
  note(exchange: Exchange): void;
  /** Newest last. */
  list(): readonly Exchange[];
};

const KEY = 'exchanges';
const MAX_COUNT = 50;

export function createExchanges(store: JsonStore): Exchanges {
  const list = () => {
    const stored = store.get(KEY);
    return Array.isArray(stored) ? stored.filter(isExchange) : [];
  };
  return {
    note: (exchange) => store.set(KEY, [...list(), exchange].slice(-MAX_COUNT)),
    list,
  };
}

function isExchange(value: unknown): value is Exchange {
  if (typeof value !== 'object' || value === null) return false;
  const { at, method, route, kind, durationMs } = value as Partial<Exchange>;
  return [at, durationMs].every(Number.isFinite) && [method, route, kind].every((one) => typeof one === 'string');
}
