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

/** The one request for `config.json`, sent before any other script has come. The app takes it, once. */
export type EarlyConfig = {
  /** Epoch ms. */
  readonly sentAt: number;
  readonly response: Promise<Response>;
};

declare global {
  interface Window {
    earlyNotes?: EarlyNotes | undefined;
    earlyConfig?: EarlyConfig | undefined;
    /** Shows what this person saw of their doors last. */
    showPicture?: () => void;
  }
}
