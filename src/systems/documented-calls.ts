/* What a server in front of an API may pass on; the app itself never loads this. */

import type { Deployment } from '#config';

type Service = keyof Deployment['bases'];
/** `path` is below the service's base. */
export type Call = { readonly service: Service; readonly path: string };

const door = '/(locks|entry-points)/[^/]+';

/** The calls that each system documents for tenants, as patterns; docs/gateway.md has the gateway's. */
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
 * What a request to the page's origin asks of the API or the gateway. Undefined is a call that nobody documents, below
 * one of their bases; a HEAD may go wherever a GET may.
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
    // With the base "/" the app's own addresses lie below it, too.
    isBelow ||= bases[service] !== '';
  }
  return isBelow ? undefined : 'elsewhere';
}
