export * from './last-known.ts';
export * from './pins.ts';
export { ACCESS_KEY } from './use-access.ts';
export { PinsContext } from './use-pins.ts';
