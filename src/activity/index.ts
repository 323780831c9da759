export * from './activity-context.ts';
export * from './journal.ts';
export * from './outbox.ts';
export type * from './record.ts';
export * from './tenant-hash.ts';
