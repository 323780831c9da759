/* A system may bring an opener of its own, so what one is stands beside what a system is. */
export type { Attempt, OpenCommand, Opener } from '#systems';
