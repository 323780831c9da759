import type { JsonStore } from '#platform';
import { areaOf } from '#routes';

const KEY = 'return-path';

/** Where this person was when they had to sign in; kept in this tab only. */
export type ReturnPath = {
  remember(path: string): void;
  /** The path, once; `fallback` when there is none or it leads away from this origin. */
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

/** A path on this very origin: `//host`, `/\host` and whole addresses lead away, and signing in again leads nowhere. */
export function isOwnPath(path: string): boolean {
  if (!/^\/(?![/\\])[^\\\s]*$/.test(path)) return false;
  return areaOf(path.split(/[?#]/)[0] ?? '') !== 'sign-in';
}
