export type { EarlyNotes } from './early-notes.ts';
export { draw, isDrawable, isDrawableAttribute, type Picture, type PictureNode } from './picture.ts';
export { PICTURE } from './picture-key.ts';
