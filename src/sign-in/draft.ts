import { isJsonObject, type JsonObject, type PhoneNumber } from '#model';
import type { JsonStore } from '#platform';

/**
 * The progress of a sign-in. Stored on the device, because a phone may discard the page while the person reads the text
 * message. Never contains the code.
 */
export type Draft = {
  readonly country: string;
  /** As typed. */
  readonly national: string;
  readonly sent: SentCode | null;
  /** Whether the code was accepted and an account is to be chosen. */
  readonly choosing: boolean;
};

/** `at` is epoch ms by this device's clock. */
export type SentCode = { readonly phone: PhoneNumber; readonly at: number };

const KEY = 'sign-in';
/** After this time the code has expired, and someone else may have the device. Ms. */
const MAX_AGE_MS = 15 * 60_000;

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
      if (now() - kept.savedAt < MAX_AGE_MS) return kept.draft;
      store.remove(KEY);
      return null;
    },
    save: (draft) => store.set(KEY, { savedAt: now(), draft }),
    clear: () => store.remove(KEY),
  };
}

/** Whether a sign-in was started on this device and can be continued. */
export function hasDraft(store: JsonStore, now: () => number): boolean {
  return createDraftStore(store, now).load() !== null;
}

/** The stored draft with its known fields only, or null. Without zod, which is not loaded before the first page shows. */
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
