/** What the server of a state says to one route; `never` answers nothing, `no-network` is no server at all. */
export type Reply =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
  | 'never'
  | 'no-network';

/** What a person does to get there; targets are CSS selectors, because the messages are in any language. */
export type Step =
  | { readonly do: 'press'; readonly target: string }
  | { readonly do: 'type'; readonly target: string; readonly text: string }
  | { readonly do: 'await'; readonly target: string };

/** One screen in one state, and how it comes about: the real app before a server that says just this. */
export type GalleryState = {
  /** `screen/state`; its address is `/__gallery/screen/state`. */
  readonly name: string;
  /** Where the app starts; none for pages that stand in place of it. */
  readonly path: string;
  readonly as?: 'signed-in' | 'expired' | 'rejected-again';
  /** By `METHOD /path`; the last of several repeats. Other routes answer what the sound server does. */
  readonly replies?: Readonly<Record<string, Reply | readonly Reply[]>>;
  /** Laid over the gallery's config.json. */
  readonly config?: Readonly<Record<string, unknown>>;
  readonly isOffline?: boolean;
  /** Whether something has happened at doors before. */
  readonly hasHistory?: boolean;
  readonly steps?: readonly Step[];
  /** Whether the browser lets the page copy; it does unless told otherwise. */
  readonly copies?: boolean;
  /** Is on screen once the state is reached. */
  readonly until: string;
};

export const press = (target: string): Step => ({ do: 'press', target });
export const type = (target: string, text: string): Step => ({ do: 'type', target, text });
export const waitFor = (target: string): Step => ({ do: 'await', target });
