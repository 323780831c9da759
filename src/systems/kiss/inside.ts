import type { Transport } from '#api';
import type { RuntimeConfig } from '#config';
import type { Reports } from '../system.ts';
import { createAccessReader } from './access.ts';
import { createReports } from './reports.ts';

/** What is of no use before somebody is signed in. */
export function createInside(transport: Transport, config: RuntimeConfig, reportScope: Reports['scope']) {
  return { access: createAccessReader(transport, config), reports: createReports(transport, reportScope) };
}
