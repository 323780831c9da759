/** Recorded by the boot script before hydration. Absent in development, where nothing is prerendered. */
export type PreHydrationEvents = {
  /** Whether the form was submitted at least once. */
  wasSubmitted: boolean;
  /** Stops recording. */
  stop(): void;
};

/** The only request for `config.json`, sent before any other script has loaded. The app reads it once. */
export type EarlyConfig = {
  /** Epoch ms. */
  readonly sentAt: number;
  readonly response: Promise<Response>;
};

declare global {
  interface Window {
    preHydrationEvents?: PreHydrationEvents | undefined;
    earlyConfig?: EarlyConfig | undefined;
    /** Renders the stored snapshot of this tenant's list. */
    showSnapshot?: () => void;
  }
}
