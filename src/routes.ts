/*
 * Every path of the app, for the router, redirects, links, the boot script and the server. A new signed-in screen needs a
 * path here, a line in `areas` and a route in app/signed-in.tsx.
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

/** Who may open a path: `start` always redirects, `public` is for everyone. */
export type Area = 'start' | 'sign-in' | 'signed-in' | 'public' | 'unknown';

const areas: readonly (readonly [Area, RegExp])[] = [
  ['start', /^\/$/],
  ['sign-in', /^\/sign-in(\/|$)/],
  ['signed-in', /^\/(doors(\/[^/]+)?|activity)\/?$/],
  ['public', /^\/help\/?$/],
];

/** The area of a path without its query; `unknown` for a path that is not in the app. */
export function areaOf(path: string): Area {
  return areas.find(([, pattern]) => pattern.test(path))?.[0] ?? 'unknown';
}

/** A path as in {@link routes}, without a trailing slash. */
export function withoutSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

/** The path of one door's page. */
export function doorPath(doorId: string): string {
  return `${routes.doors}/${encodeURIComponent(doorId)}`;
}

/** The door id in a percent-encoded path; null for other pages. */
export function doorIn(path: string): string | null {
  const segment = /^\/doors\/([^/]+)\/?$/.exec(path)?.[1];
  try {
    return segment === undefined ? null : decodeURIComponent(segment);
  } catch {
    // An invalid percent-encoding: the page reports that no door has this id.
    return segment ?? null;
  }
}
