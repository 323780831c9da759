import type { Transport } from '#api';
import type { RuntimeConfig } from '#config';
import type { Reports } from '../system.ts';
import { createAccessReader } from './access.ts';
import { createReports } from './reports.ts';
import { readVerified } from './verified.ts';

/** What is of no use before a code was sent; one chunk, fetched while the person types. */
export function createCalls(transport: Transport, config: RuntimeConfig, reportScope: Reports['scope']) {
  return {
    readVerified,
    access: createAccessReader(transport, config),
    reports: createReports(transport, reportScope),
  };
}

export type Calls = ReturnType<typeof createCalls>;
