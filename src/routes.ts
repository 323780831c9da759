/*
 * Every path of the app, once: for the router, the guard, links, the boot script and the server. A new screen for signed-in
 * people is a path here, a line in `areas`, and a route in app/signed-in.tsx.
 */

export const routes = {
  start: '/',
  phone: '/sign-in',
  code: '/sign-in/code',
  account: '/sign-in/account',
  doors: '/doors',
  activity: '/activity',
  help: '/help',
} as const;

/** Who an address is for: `start` leads on to one of the others, `public` is for everybody. */
export type Area = 'start' | 'sign-in' | 'signed-in' | 'public' | 'unknown';

const areas: readonly (readonly [Area, RegExp])[] = [
  ['start', /^\/$/],
  ['sign-in', /^\/sign-in(\/|$)/],
  ['signed-in', /^\/(doors(\/[^/]+)?|activity)\/?$/],
  ['public', /^\/help\/?$/],
];

/** The area of a path without its query. Total: what is no address of the app is `unknown`. */
export function areaOf(path: string): Area {
  return areas.find(([, pattern]) => pattern.test(path))?.[0] ?? 'unknown';
}

/** A path as {@link routes} has it: without a slash at its end. */
export function withoutSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

/** The page of one door. */
export function doorPath(doorId: string): string {
  return `${routes.doors}/${encodeURIComponent(doorId)}`;
}

/** The id of the door whose page this is; null for other pages. `path` is as the browser has it, percent-encoded. */
export function doorIn(path: string): string | null {
  const segment = /^\/doors\/([^/]+)\/?$/.exec(path)?.[1];
  try {
    return segment === undefined ? null : decodeURIComponent(segment);
  } catch {
    // A `%` that encodes nothing, typed by hand: no door has this id, and the page says so.
    return segment ?? null;
  }
}
