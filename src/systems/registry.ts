import type { Transport } from '#api';
import type { RuntimeConfig } from '#config';
import { createKiss } from './kiss/kiss.ts';
import type { System } from './system.ts';

/** The system that the configuration names. A second one is one more folder and one more case. */
export function createSystem(config: RuntimeConfig, transport: Transport): System {
  switch (config.system) {
    case 'kiss':
      return createKiss(config, transport);
  }
}
