export * from './manners.ts';
export { createSystem } from './registry.ts';
export type * from './system.ts';
export * from './system-context.ts';
