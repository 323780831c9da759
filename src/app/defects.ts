import type { ApiProblem } from '#api';
import type { JsonStore } from '#platform';

const KEY = 'defects';

/** An error caught by an error boundary; `place` names the boundary. */
export type Crash = { readonly kind: 'crash'; readonly place: string; readonly error: unknown };

/** Counts a failure of the app or the server, in this tab, by its {@link nameOf name}. */
export function countDefect(store: JsonStore, defect: ApiProblem | Crash): void {
  const name = nameOf(defect);
  const counts = readDefects(store);
  store.set(KEY, { ...counts, [name]: (counts[name] ?? 0) + 1 });
}

/** The count of each defect in this tab, by its name. */
export function readDefects(store: JsonStore): Readonly<Record<string, number>> {
  const stored = store.get(KEY);
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(Object.entries(stored).filter(([, count]) => typeof count === 'number'));
}

/** The request and its result, or the boundary and the error's name. Never messages, bodies, tokens or addresses. */
export function nameOf(defect: ApiProblem | Crash): string {
  if (defect.kind === 'crash') {
    return `crash ${defect.place} ${defect.error instanceof Error ? defect.error.name : typeof defect.error}`;
  }
  const { method, route, kind, status } = defect;
  const where = defect.kind === 'malformed' ? defect.parsePath : null;
  return [method, route, kind, status, where].filter((part) => part !== null).join(' ');
}
