export * from './machine.ts';
export { createBridgeOpener, type DoorBridge, gradeTap } from './openers/bridge.ts';
export { createGatewayOpener } from './openers/gateway.ts';
export { noOpener } from './openers/none.ts';
export * from './unlock-context.ts';
export * from './unlock-panel.tsx';
export * from './unlocker.ts';
