import { createListeners } from './listeners.ts';

/** The current address and navigation within the app. */
export type PageLocation = {
  /** Without search and hash. */
  readonly path: () => string;
  /** The whole URL. */
  readonly href: () => string;
  readonly origin: string;
  /** Changes the path without loading a page. */
  readonly navigate: (to: string, options?: { readonly replace?: boolean }) => void;
  /** Leaves a page for the one it was opened from: goes back if that was `to`, else replaces the path with `to`. */
  readonly leaveFor: (to: string) => void;
  readonly reload: () => void;
  /** Calls back after each change; `isPopState`: by back or forward. Returns an unsubscribe function. */
  readonly subscribe: (changed: (isPopState: boolean) => void) => () => void;
};

/** The parts of a window that a location uses. */
export type AddressBar = {
  readonly location: Pick<Location, 'pathname' | 'href' | 'origin' | 'reload'>;
  readonly history: Pick<History, 'pushState' | 'replaceState' | 'back' | 'state'>;
  readonly addEventListener: (type: 'popstate', listener: () => void) => void;
};

/** The location of a window. It never removes its listener. */
export function createPageLocation(page: AddressBar): PageLocation {
  const { location, history } = page;
  const { notify, subscribe } = createListeners<[isPopState: boolean]>();
  page.addEventListener('popstate', () => notify(true));
  const navigate: PageLocation['navigate'] = (to, options) => {
    if (options?.replace) history.replaceState(history.state, '', to);
    else history.pushState({ from: location.pathname }, '', to);
    notify(false);
  };
  return {
    path: () => location.pathname,
    href: () => location.href,
    origin: location.origin,
    navigate,
    leaveFor(to) {
      if ((history.state as { from?: unknown } | null)?.from === to) history.back();
      else navigate(to, { replace: true });
    },
    reload: () => location.reload(),
    subscribe,
  };
}
