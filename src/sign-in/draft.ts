import { isJsonObject, type JsonObject, type PhoneNumber } from '#model';
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

export type DraftStore = {
  load(): Draft | null;
  save(draft: Draft): void;
  clear(): void;
};

export function createDraftStore(store: JsonStore, now: () => number): DraftStore {
  return {
    load() {
      const kept = read(store.get(KEY));
      if (!kept) return null;
      if (now() - kept.savedAt < FORGET_AFTER_MS) return kept.draft;
      store.remove(KEY);
      return null;
    },
    save: (draft) => store.set(KEY, { savedAt: now(), draft }),
    clear: () => store.remove(KEY),
  };
}

/** Whether a sign-in was begun on this device and can be gone on with. */
export function hasDraft(store: JsonStore, now: () => number): boolean {
  return createDraftStore(store, now).load() !== null;
}

/** What storage holds, if it is a draft, and nothing else that stands there. By hand: it is read before the first page shows. */
function read(value: unknown): { readonly savedAt: number; readonly draft: Draft } | null {
  const { savedAt, draft } = fieldsOf(value);
  const { country, national, choosing, sent } = fieldsOf(draft);
  if (typeof savedAt !== 'number' || typeof country !== 'string' || typeof national !== 'string') return null;
  if (typeof choosing !== 'boolean') return null;
  const code = sent === null ? null : sentCode(sent);
  return code === undefined ? null : { savedAt, draft: { country, national, sent: code, choosing } };
}

function sentCode(value: unknown): SentCode | undefined {
  const { phone, at } = fieldsOf(value);
  const { countryCode, nationalNumber } = fieldsOf(phone);
  if (typeof at !== 'number' || typeof countryCode !== 'string' || typeof nationalNumber !== 'string') return undefined;
  return { phone: { countryCode, nationalNumber }, at };
}

function fieldsOf(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}
