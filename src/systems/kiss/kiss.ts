import type { Transport } from '#api';
import type { RuntimeConfig } from '#config';
import type { System } from '../system.ts';
import { createAccessReader } from './access.ts';
import { createReports } from './reports.ts';
import { createSignIn } from './sign-in.ts';

/** Keep It Simple Storage, the generation of 2026-05, with either of its two access shapes. */
export function createKiss(config: RuntimeConfig, transport: Transport): System {
  const access = createAccessReader(transport, config);
  return {
    id: 'kiss',
    signIn: createSignIn(transport),
    fetchAccess: access.fetch,
    accessScope: access.scope,
    forgetAccess: access.forget,
    reports: createReports(transport),
  };
}
