export type { EarlyNotes } from './early-notes.ts';
export { draw, isDrawable, isDrawableAttribute, PICTURE, type Picture, type PictureNode } from './picture.ts';
