export type { EarlyNotes } from './early-notes.ts';
export { PICTURE, type Picture, type PictureNode } from './picture.ts';
