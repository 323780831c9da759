/** Where the app is in the browser, and the way to another page of it. */
export type PageLocation = {
  /** The path that the app shows, without search and hash. */
  readonly path: () => string;
  /** The whole address, for a page of its own. */
  readonly href: () => string;
  readonly origin: string;
  /** Goes to another path of the app, without loading the page. */
  readonly navigate: (to: string, options?: { readonly replace?: boolean; readonly state?: unknown }) => void;
  readonly reload: () => void;
  /** Calls back after each change; `isStep`: by the browser's own back or forward. The answer unsubscribes. */
  readonly subscribe: (changed: (isStep: boolean) => void) => () => void;
};

/** How a path of the app stands in the address of the page. */
export type Addressing = {
  readonly path: (location: Location) => string;
  readonly toHref: (path: string) => string;
};

const PLAIN: Addressing = { path: ({ pathname }) => pathname, toHref: (path) => path };

/** Paths behind the `#`, for a file server that has one page. */
export const BEHIND_HASH: Addressing = {
  path: ({ hash }) => hash.slice(1).split('?')[0] || '/',
  toHref: (path) => `#${path}`,
};

/** The location of a window. Listens to it for as long as the page lives. */
export function createPageLocation(
  page: Pick<Window, 'location' | 'history' | 'addEventListener'>,
  { path, toHref } = PLAIN,
): PageLocation {
  const { location, history } = page;
  const listeners = new Set<(isStep: boolean) => void>();
  const tell = (isStep: boolean) => {
    for (const changed of [...listeners]) changed(isStep);
  };
  page.addEventListener('popstate', () => tell(true));
  return {
    path: () => path(location),
    href: () => location.href,
    origin: location.origin,
    navigate(to, { replace = false, state = null } = {}) {
      history[replace ? 'replaceState' : 'pushState'](state, '', toHref(to));
      tell(false);
    },
    reload: () => location.reload(),
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}
