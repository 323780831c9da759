export * from './config-context.ts';
export type * from './config-result.ts';
export type { Deployment } from './deployment.ts';
export { knowsZones, UNBRANDED } from './plain-config.ts';
export * from './read-config.ts';
export type { Language } from './rules.ts';
export type * from './runtime-config.ts';
