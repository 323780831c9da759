export { isGallery, showGallery } from './gallery.tsx';
