export type { EarlyNotes } from './early-notes.ts';
export { draw, PICTURE, type Picture, type PictureNode } from './picture.ts';
