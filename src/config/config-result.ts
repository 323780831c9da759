import type { RuntimeConfig } from './runtime-config.ts';

/** One thing that is wrong with `config.json`, for the operator who wrote it. */
export type ConfigFault = {
  /** Dot path of the key at fault; empty when it is the whole file. */
  readonly key: string;
  readonly message: string;
};

export type ConfigResult =
  | { readonly kind: 'ok'; readonly config: RuntimeConfig; readonly answered?: Answered }
  | { readonly kind: 'broken'; readonly faults: readonly ConfigFault[] }
  /** It could not be fetched: no network, or no such file. `status` is null without an answer. */
  | { readonly kind: 'missing'; readonly status: number | null };

/** When the file's server answered, by its own clock (`Date`) and by this device's (epoch ms): the first word on the time. */
type Answered = { readonly date: string | null; readonly sentAt: number; readonly receivedAt: number };
