export * from './dialects/common.ts';
export * from './opener.ts';
export { loadSystem, type Registry } from './registry.ts';
export type * from './server-policy.ts';
export * from './sign-in.ts';
export type * from './system.ts';
export * from './system-context.ts';
