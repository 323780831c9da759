import type { RuntimeConfig } from './runtime-config.ts';

/** One fault of `config.json`, for the operator. */
export type ConfigFault = {
  /** Dot path of the key; empty for the whole file. */
  readonly key: string;
  readonly message: string;
};

export type ConfigResult =
  | { readonly kind: 'ok'; readonly config: RuntimeConfig; readonly answered?: Answered }
  | { readonly kind: 'broken'; readonly faults: readonly ConfigFault[] }
  /** The file could not be fetched. `status` is null without an answer. */
  | { readonly kind: 'missing'; readonly status: number | null };

/** For the server clock: the `Date` of the answer, and epoch ms on this device's clock. */
type Answered = { readonly date: string | null; readonly sentAt: number; readonly receivedAt: number };
