export * from './dialects/common.ts';
export * from './opener.ts';
export { loadSystem, type Registry } from './registry.ts';
export * from './sign-in.ts';
export type * from './system.ts';
export * from './system-context.ts';
