/* For the server in front of an API (server/). The app itself never loads this. */

import type { Deployment } from '#config';

type Service = keyof Deployment['bases'];
/** `path` is below the service's base. */
export type Call = { readonly service: Service; readonly path: string };

const door = '/(locks|entry-points)/[^/]+';

/** The calls for tenants that each system documents, as regular expressions. For the gateway see docs/gateway.md. */
const documented: Readonly<Record<Deployment['system'], Readonly<Record<Service, readonly string[]>>>> = {
  kiss: {
    api: ['POST /auth/(phone|verify-otp)', 'GET (/tenant)?/access', `POST ${door}/logs`, 'GET /health'],
    gateway: [`POST ${door}/open`],
  },
  kisi: {
    api: [
      'POST /logins',
      '(GET|DELETE) /login',
      'GET /(user|places|locks)',
      'POST /locks/[^/]+/(unlock|favorite|unfavorite)',
    ],
    gateway: [],
  },
};

/**
 * Finds the API or gateway call of a request to the page's origin: `elsewhere` outside of both bases, undefined for an
 * undocumented call below one. A HEAD counts as a GET.
 */
export function findCall(
  { system, bases }: Deployment,
  method: string,
  pathname: string,
): Call | 'elsewhere' | undefined {
  let isBelow = /^\/(api|gateway|__facility)(\/|$)/.test(pathname);
  for (const service of ['gateway', 'api'] as const) {
    if (!pathname.startsWith(`${bases[service]}/`)) continue;
    const path = pathname.slice(bases[service].length);
    const call = `${method === 'HEAD' ? 'GET' : method} ${path}`;
    if (documented[system][service].some((route) => new RegExp(`^(${route})$`).test(call))) return { service, path };
    // With the base "/" the app's own URLs are below it as well.
    isBelow ||= bases[service] !== '';
  }
  return isBelow ? undefined : 'elsewhere';
}
