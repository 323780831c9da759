/* Defined in systems/, because a system may provide its own opener. */
export type { Attempt, OpenCommand, Opener } from '#systems';
