import type { Phone } from './phone.ts';

declare global {
  interface Window {
    /** Of the page around the frame: the phone that the frame shows. */
    demoPhone?: Phone | undefined;
  }
}
