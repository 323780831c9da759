export * from './config-context.ts';
export type * from './config-result.ts';
export type { Deployment } from './deployment.ts';
export * from './read-config.ts';
export { type Language, type RuntimeConfig, UNBRANDED } from './runtime-config.ts';
