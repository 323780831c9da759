import { doorStates } from './door-states.ts';
import { otherStates } from './other-states.ts';
import { signInStates } from './sign-in-states.ts';
import type { GalleryState } from './state.ts';

/** Every screen in every state; a test checks the accessibility rules on each. */
export const galleryStates: readonly GalleryState[] = [...signInStates, ...doorStates, ...otherStates];
