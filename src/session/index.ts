export * from './expected-back.ts';
export * from './return-path.ts';
export * from './session.ts';
export * from './session-context.ts';
export * from './session-store.ts';
