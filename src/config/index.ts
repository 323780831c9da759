export * from './config-context.ts';
export * from './read-config.ts';
export type { RuntimeConfig, SiteLocation, Support } from './schema.ts';
