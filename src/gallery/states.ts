import { doorStates } from './door-states.ts';
import { otherStates } from './other-states.ts';
import { signInStates } from './sign-in-states.ts';
import type { GalleryState } from './state.ts';

/** All screens in all states; e2e/gallery.spec.ts runs the accessibility checks on each. */
export const galleryStates: readonly GalleryState[] = [...signInStates, ...doorStates, ...otherStates];
