import type { Transport } from '#api';
import type { RuntimeConfig } from '#config';
import type { Reports } from '../system.ts';
import { createAccessReader } from './access.ts';
import { createReports } from './reports.ts';
import { readVerified } from './verified.ts';

/** The calls after the first code was requested. One chunk, loaded while the tenant types the number. */
export function createCalls(transport: Transport, config: RuntimeConfig, reportScope: Reports['scope']) {
  return {
    readVerified,
    access: createAccessReader(transport, config),
    reports: createReports(transport, reportScope),
  };
}

export type Calls = ReturnType<typeof createCalls>;
