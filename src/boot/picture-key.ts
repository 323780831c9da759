/** Where the picture is kept, in localStorage. A file of its own: the entry needs this name, and nothing of the drawing. */
export const PICTURE = 'picture';
