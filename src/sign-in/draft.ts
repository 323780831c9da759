import * as z from 'zod/mini';
import type { PhoneNumber } from '#model';
import type { JsonStore } from '#platform';

/**
 * How far this person got. Kept on the device, because a phone may throw the page away while its owner reads the text
 * message. The code itself is never in here.
 */
export type Draft = {
  readonly country: string;
  /** As typed. */
  readonly national: string;
  readonly sent: SentCode | null;
  /** The code was good for several accounts, and one was being chosen. */
  readonly choosing: boolean;
};

/** All moments are epoch ms on this device's clock. */
export type SentCode = { readonly phone: PhoneNumber; readonly at: number };

const KEY = 'sign-in';
/** After this the draft is of no use, and somebody else may hold the device. Ms. */
const FORGET_AFTER_MS = 15 * 60_000;

const stored = z.object({
  savedAt: z.number(),
  draft: z.object({
    country: z.string(),
    national: z.string(),
    sent: z.nullable(
      z.object({ phone: z.object({ countryCode: z.string(), nationalNumber: z.string() }), at: z.number() }),
    ),
    choosing: z.boolean(),
  }),
});

export type DraftStore = {
  load(): Draft | null;
  save(draft: Draft): void;
  clear(): void;
};

export function createDraftStore(store: JsonStore, now: () => number): DraftStore {
  return {
    load() {
      const parsed = stored.safeParse(store.get(KEY));
      if (!parsed.success) return null;
      if (now() - parsed.data.savedAt < FORGET_AFTER_MS) return parsed.data.draft;
      store.remove(KEY);
      return null;
    },
    save: (draft) => store.set(KEY, { savedAt: now(), draft }),
    clear: () => store.remove(KEY),
  };
}
