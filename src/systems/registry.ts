import type { RuntimeConfig } from '#config';
import type { SystemDefinition } from './system.ts';

/** How to load each system. A second one is one more folder and one more line; only the one that is named is loaded. */
const SYSTEMS: Readonly<Record<RuntimeConfig['system'], () => Promise<SystemDefinition>>> = {
  kiss: async () => (await import('./kiss/kiss.ts')).kiss,
};

/** Loads the system that the configuration names. Rejects without a network. */
export function loadSystem(system: RuntimeConfig['system']): Promise<SystemDefinition> {
  return SYSTEMS[system]();
}
