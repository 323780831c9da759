import type { ApiProblem } from '#api';
import type { JsonStore } from '#platform';

const KEY = 'defects';

/** What an error boundary caught: which boundary, and what was thrown. */
export type Crash = { readonly kind: 'crash'; readonly place: string; readonly error: unknown };

/**
 * Counts a failure that only we or the server can have caused, for as long as the tab lives: by what was asked and what
 * came back, or by the error's name and the boundary that caught it. No messages, bodies, tokens or addresses.
 */
export function countDefect(store: JsonStore, defect: ApiProblem | Crash): void {
  const name = nameOf(defect);
  const counts = readDefects(store);
  store.set(KEY, { ...counts, [name]: (counts[name] ?? 0) + 1 });
}

/** How often each defect was counted in this tab, by its name. */
export function readDefects(store: JsonStore): Readonly<Record<string, number>> {
  const stored = store.get(KEY);
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(Object.entries(stored).filter(([, count]) => typeof count === 'number'));
}

/** Names a defect by what failed: no messages, bodies, tokens or addresses. */
export function nameOf(defect: ApiProblem | Crash): string {
  if (defect.kind === 'crash') {
    return `crash ${defect.place} ${defect.error instanceof Error ? defect.error.name : typeof defect.error}`;
  }
  const { method, route, kind, status } = defect;
  const where = defect.kind === 'malformed' ? defect.parsePath : null;
  return [method, route, kind, status, where].filter((part) => part !== null).join(' ');
}
