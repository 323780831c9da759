import { fetchedCode, type Transport } from '#api';
import type { RuntimeConfig } from '#config';
import type { System } from '../system.ts';
import { createSignIn } from './sign-in.ts';

const loadInside = () => import('./inside.ts');

/** Keep It Simple Storage, the generation of 2026-05, with either of its two access shapes. */
export function createKiss(config: RuntimeConfig, transport: Transport): System {
  const reportScope = (tenantId: string) => `${transport.base}/logs ${tenantId}`;
  let known: ReturnType<typeof import('./inside.ts').createInside> | null = null;
  const inside = async () => {
    const { createInside } = await loadInside();
    known ??= createInside(transport, config, reportScope);
    return known;
  };
  return {
    id: 'kiss',
    signIn: createSignIn(transport),
    prepare: async () => void (await inside()),
    fetchAccess: async (subject, signal) => {
      const place = { method: 'GET', route: config.api.accessPath };
      return (known ?? (await fetchedCode(inside(), place))).access.fetch(subject, signal);
    },
    accessScope: `${transport.base}${config.api.accessPath}`,
    forgetAccess: () => known?.access.forget(),
    reports: {
      scope: reportScope,
      send: async (report, signal) => {
        const place = { method: 'POST', route: '/logs' };
        return (known ?? (await fetchedCode(inside(), place))).reports.send(report, signal);
      },
    },
  };
}
