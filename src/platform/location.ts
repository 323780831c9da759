import { createListeners } from './listeners.ts';

/** Where the app is in the browser, and the way to another page of it. */
export type PageLocation = {
  /** The path that the app shows, without search and hash. */
  readonly path: () => string;
  /** The whole address, for a page of its own. */
  readonly href: () => string;
  readonly origin: string;
  /** Goes to another path of the app, without loading the page. */
  readonly navigate: (to: string, options?: { readonly replace?: boolean }) => void;
  readonly reload: () => void;
  /** Calls back after each change; `isStep`: by the browser's own back or forward. The answer unsubscribes. */
  readonly subscribe: (changed: (isStep: boolean) => void) => () => void;
};

/** What a location needs of a window. */
export type AddressBar = {
  readonly location: Pick<Location, 'pathname' | 'href' | 'origin' | 'reload'>;
  readonly history: Pick<History, 'pushState' | 'replaceState'>;
  readonly addEventListener: (type: 'popstate', heard: () => void) => void;
};

/** The location of a window. Listens to it for as long as the page lives. */
export function createPageLocation(page: AddressBar): PageLocation {
  const { location, history } = page;
  const { notify, subscribe } = createListeners<[isStep: boolean]>();
  page.addEventListener('popstate', () => notify(true));
  return {
    path: () => location.pathname,
    href: () => location.href,
    origin: location.origin,
    navigate(to, options) {
      history[options?.replace ? 'replaceState' : 'pushState'](null, '', to);
      notify(false);
    },
    reload: () => location.reload(),
    subscribe,
  };
}
