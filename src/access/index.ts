export * from './last-known.ts';
export { ACCESS_KEY } from './use-access.ts';
