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
  /** A pattern, as the router takes it; {@link doorPath} makes a path of it. */
  door: '/doors/:doorId',
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

/** The page of one door. */
export function doorPath(doorId: string): string {
  return routes.door.replace(':doorId', () => encodeURIComponent(doorId));
}
