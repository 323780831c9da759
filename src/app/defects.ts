import type { ApiProblem } from '#api';
import type { JsonStore } from '#platform';

const KEY = 'defects';

/**
 * Counts failures that only we or the server can have caused, by what was asked and what came back, for as long as the
 * tab lives. No bodies, no tokens, no addresses.
 */
export function createDefectCounter(store: JsonStore): (problem: ApiProblem) => void {
  return (problem) => {
    const { method, route, kind, status } = problem;
    const where = problem.kind === 'malformed' ? problem.parsePath : null;
    const name = [method, route, kind, status, where].filter((part) => part !== null).join(' ');
    const counts = read(store.get(KEY));
    store.set(KEY, { ...counts, [name]: (counts[name] ?? 0) + 1 });
  };
}

function read(stored: unknown): Readonly<Record<string, number>> {
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(Object.entries(stored).filter(([, count]) => typeof count === 'number'));
}
