import type { RuntimeConfig } from '#config';
import type { SystemDefinition } from './system.ts';

/** A loader for each value of `config.system`. */
export type Registry<Id extends string> = Readonly<Record<Id, () => Promise<SystemDefinition>>>;

/** Only the configured system is loaded. */
const SYSTEMS: Registry<RuntimeConfig['system']> = {
  kiss: async () => (await import('./kiss/kiss.ts')).kiss,
};

/** Loads the configured system. Rejects without a network. */
export function loadSystem(system: RuntimeConfig['system'], known = SYSTEMS): Promise<SystemDefinition> {
  return known[system]();
}
