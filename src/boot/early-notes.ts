/**
 * What happened on the prerendered page before the app could hear of it. Written by the boot script;
 * absent in development, where nothing is prerendered.
 */
export type EarlyNotes = {
  /** "Send code" was pressed; however often. */
  pressed: boolean;
  /** Stops listening: from here on the app hears for itself. */
  stop(): void;
};

declare global {
  interface Window {
    earlyNotes?: EarlyNotes | undefined;
    /** Shows what this person saw of their doors last. */
    showPicture?: () => void;
  }
}
