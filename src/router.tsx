import { type AnchorHTMLAttributes, type MouseEvent, useLayoutEffect, useSyncExternalStore } from 'react';
import { usePlatform } from '#platform';

/* React bindings of `Platform.location`. The paths are in routes.ts. */

/** The current path without search and hash. */
export function usePath(): string {
  const { path, subscribe } = usePlatform().location;
  return useSyncExternalStore(subscribe, path, path);
}

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { readonly href: string };

/** A link to another path of the app. Modified clicks, such as for a new tab, are left to the browser. */
export function Link({ href, ...attributes }: LinkProps) {
  const { navigate } = usePlatform().location;
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    navigate(href);
  };
  return <a {...attributes} href={href} onClick={follow} />;
}

/** Replaces the current path as soon as it is rendered. */
export function Redirect({ to }: { readonly to: string }) {
  const { navigate } = usePlatform().location;
  useLayoutEffect(() => navigate(to, { replace: true }), [navigate, to]);
  return null;
}
