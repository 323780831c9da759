/** A response that replaces the facility's; `never` sends none, `no-network` fails the request. */
export type Reply =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
  | 'never'
  | 'no-network';

/** What a person does to reach the state. Targets are CSS selectors, because texts depend on the language. */
export type Step =
  | { readonly do: 'press'; readonly target: string }
  | { readonly do: 'type'; readonly target: string; readonly text: string }
  /** Types the last code that the facility sent. */
  | { readonly do: 'type-code'; readonly target: string }
  | { readonly do: 'await'; readonly target: string };

/** One screen in one state, and how to reach it with the real app and the simulated facility. */
export type GalleryState = {
  /** `screen/state`; its address is `/__gallery/screen/state`. */
  readonly name: string;
  /** Initial path of the app; not used by pages that replace the app. */
  readonly path: string;
  readonly as?: 'signed-in' | 'expired' | 'rejected-again';
  /** Number of the tenant who is signed in, E.164. */
  readonly tenant?: string;
  /** Replies by `METHOD /path`, one per call; the last one repeats. `real` is the facility's own response. */
  readonly replies?: Readonly<Record<string, Reply | readonly (Reply | 'real')[]>>;
  /** Merged into the gallery's config.json. */
  readonly config?: Readonly<Record<string, unknown>>;
  readonly isOffline?: boolean;
  /** Whether this tenant has opened doors before. */
  readonly hasHistory?: boolean;
  readonly steps?: readonly Step[];
  /** Whether the clipboard is available. Default: true. */
  readonly copies?: boolean;
  /** CSS selector of an element that is on screen when the state is reached. */
  readonly until: string;
};

export const press = (target: string): Step => ({ do: 'press', target });
export const type = (target: string, text: string): Step => ({ do: 'type', target, text });
export const typeCode = (target: string): Step => ({ do: 'type-code', target });
export const waitFor = (target: string): Step => ({ do: 'await', target });
