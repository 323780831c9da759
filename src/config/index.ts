export * from './config-context.ts';
export * from './read-config.ts';
export type { Brand, Language, Legal, RuntimeConfig, SiteLocation, Support } from './schema.ts';
