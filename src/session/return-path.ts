import type { JsonStore } from '#platform';
import { areaOf } from '#routes';

const KEY = 'return-path';

/** The page that a person was on when they had to sign in. Stored for this tab only. */
export type ReturnPath = {
  remember(path: string): void;
  /** Returns and removes the path; `fallback` when there is none or it leads to another origin. */
  take(fallback: string): string;
  forget(): void;
};

export function createReturnPath(store: JsonStore): ReturnPath {
  return {
    remember: (path) => store.set(KEY, path),
    take(fallback) {
      const path = store.get(KEY);
      store.remove(KEY);
      return typeof path === 'string' && isOwnPath(path) ? path : fallback;
    },
    forget: () => store.remove(KEY),
  };
}

/** Whether the path stays on this origin (`//host`, `/\host` and absolute URLs do not) and is not a sign-in page. */
export function isOwnPath(path: string): boolean {
  if (!/^\/(?![/\\])[^\\\s]*$/.test(path)) return false;
  return areaOf(path.split(/[?#]/)[0] ?? '') !== 'sign-in';
}
