import type { Demo } from '../demo.ts';

declare global {
  interface Window {
    /** Set by the page around the frame: the demo whose phone the frame shows. */
    currentDemo?: Demo | undefined;
  }
}
