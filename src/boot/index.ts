export type { EarlyNotes } from './early-notes.ts';
