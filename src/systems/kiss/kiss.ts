import { awaitChunk, bearer } from '#api';
import { createLazy } from '#lazy';
import type { System, SystemDefinition, SystemParts } from '../system.ts';
import { kissDialect } from './dialect.ts';
import { createSignIn } from './sign-in.ts';

/** Keep It Simple Storage, version 2026-05, with either of its two access shapes. */
export const kiss: SystemDefinition = {
  id: 'kiss',
  authorize: bearer,
  dialect: kissDialect,
  healthPath: '/health',
  connect,
};

function connect({ config, transport }: SystemParts): System {
  const { accessPath } = config.api;
  const reportScope = (tenantId: string) => `${transport.base}/logs ${tenantId}`;
  const later = createLazy(() =>
    import('./calls.ts').then(({ createCalls }) => createCalls(transport, config, reportScope)),
  );
  /** Loads the later calls; `method` and `route` are for the ApiProblem when that fails. */
  const calls = async (method: string, route: string) =>
    later.get() ?? (await awaitChunk(later.load(), { method, route }));

  return {
    signIn: createSignIn(transport, calls),
    // KISS has no call that revokes a token.
    signOut: null,
    access: {
      scope: `${transport.base}${accessPath}`,
      fetch: async (subject, signal) => (await calls('GET', accessPath)).access.fetch(subject, signal),
      forget: () => later.get()?.access.forget(),
    },
    reports: {
      scope: reportScope,
      send: async (report, signal) => (await calls('POST', '/logs')).reports.send(report, signal),
    },
    // No KISS call opens a door.
    openers: {},
    prepare: later.load,
  };
}
