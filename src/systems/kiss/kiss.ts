import { fetchedCode, type Transport } from '#api';
import type { RuntimeConfig } from '#config';
import type { System } from '../system.ts';
import { createReports } from './reports.ts';
import { createSignIn } from './sign-in.ts';

const loadAccess = () => import('./access.ts');

/** Keep It Simple Storage, the generation of 2026-05, with either of its two access shapes. */
export function createKiss(config: RuntimeConfig, transport: Transport): System {
  let reader: ReturnType<typeof import('./access.ts').createAccessReader> | null = null;
  const access = async () => {
    const { createAccessReader } = await loadAccess();
    reader ??= createAccessReader(transport, config);
    return reader;
  };
  return {
    id: 'kiss',
    signIn: createSignIn(transport),
    // What reads the answer is of no use before somebody is signed in.
    prepare: async () => void (await access()),
    fetchAccess: async (token, signal) => {
      const place = { method: 'GET', route: config.api.accessPath };
      return (reader ?? (await fetchedCode(access(), place))).fetch(token, signal);
    },
    accessScope: `${transport.base}${config.api.accessPath}`,
    forgetAccess: () => reader?.forget(),
    reports: createReports(transport),
  };
}
