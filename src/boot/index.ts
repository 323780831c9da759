export { applyLook, isLook, LOOK_KEY, type Look } from './look.ts';
export type { PreHydrationEvents } from './pre-hydration.ts';
export { isAllowedAttribute, isAllowedElement, renderSnapshot, type Snapshot, type SnapshotNode } from './snapshot.ts';
export { SNAPSHOT_KEY } from './snapshot-key.ts';
