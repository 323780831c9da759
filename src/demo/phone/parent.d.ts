import type { Demo } from '../demo.ts';

declare global {
  interface Window {
    /** Of the page around the frame: the demo whose phone the frame shows. */
    demoOnStage?: Demo | undefined;
  }
}
