import type { RuntimeConfig } from '#config';
import type { SystemDefinition } from './system.ts';

/** How to load each system, by what `config.system` calls it. */
export type Registry<Id extends string> = Readonly<Record<Id, () => Promise<SystemDefinition>>>;

/** A second system is one more folder and one more line; only the one that is named is loaded. */
const SYSTEMS: Registry<RuntimeConfig['system']> = {
  kiss: async () => (await import('./kiss/kiss.ts')).kiss,
};

/** Loads the system that the configuration names. Rejects without a network. */
export function loadSystem(system: RuntimeConfig['system'], known = SYSTEMS): Promise<SystemDefinition> {
  return known[system]();
}
