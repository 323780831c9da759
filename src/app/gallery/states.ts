import { doorStates } from './door-states.ts';
import { otherStates } from './other-states.ts';
import { signInStates } from './sign-in-states.ts';
import type { GalleryState } from './state.ts';

/** Every screen in every state; a test holds each of them against the accessibility rules. */
export const galleryStates: readonly GalleryState[] = [...signInStates, ...doorStates, ...otherStates];
