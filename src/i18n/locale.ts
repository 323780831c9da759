import { useSyncExternalStore } from 'react';
import type { BaseCatalogue } from './catalogues/base/en.ts';
import type { SignedInCatalogue } from './catalogues/signed-in/en.ts';
import { LANGUAGES, type LanguageCode } from './languages.ts';
import { loadBaseCatalogue, loadSignedInCatalogue } from './load-catalogue.ts';
import { createLocaleFormat, type LocaleFormat } from './locale-format.ts';
import { getLocalePreferences } from './locale-preferences.ts';

export type Messages = BaseCatalogue;
export type SignedInMessages = BaseCatalogue & SignedInCatalogue;

export type Locale = {
  readonly code: LanguageCode;
  readonly format: LocaleFormat;
  readonly messages: Messages;
  /** Null until a page that needs them is loaded. */
  readonly signedInMessages: SignedInMessages | null;
};

let current: Locale | null = null;
let needsSignedInMessages = false;
/** Counts the calls of `setLocale`, because the last one wins, whichever catalogue arrives first. */
let lastRequest = 0;
const listeners = new Set<() => void>();

/** The locale of the page. Throws before the first `setLocale` has resolved. */
export function getLocale(): Locale {
  if (!current) throw new Error('no locale has been loaded yet');
  return current;
}

/**
 * Loads a language and shows the page in it; sets the document's `lang` and `dir`. Rejects when it cannot be loaded; then
 * the page keeps its language.
 */
export async function setLocale(code: LanguageCode): Promise<void> {
  lastRequest += 1;
  const request = lastRequest;
  const [base, signedIn] = await Promise.all([
    loadBaseCatalogue(code),
    needsSignedInMessages ? loadSignedInCatalogue(code) : null,
  ]);
  if (request !== lastRequest) return;
  const format = createLocaleFormat(code, getLocalePreferences().languages);
  const messages = base(format);
  show({ code, format, messages, signedInMessages: signedIn && { ...messages, ...signedIn(format) } });
  // `loadSignedInMessages` was called while the language was loading.
  if (needsSignedInMessages && !signedIn) await loadSignedInMessages();
}

/** Loads the messages of the pages after sign-in, in this language and in each that is set later. */
export async function loadSignedInMessages(): Promise<void> {
  needsSignedInMessages = true;
  while (current && !current.signedInMessages) {
    const before: Locale = current;
    const signedIn = await loadSignedInCatalogue(before.code);
    if (current === before) show({ ...before, signedInMessages: { ...before.messages, ...signedIn(before.format) } });
  }
}

/** The messages of every page. */
export function useMessages(): Messages {
  return useLocale().messages;
}

/** All messages, for components that are loaded together with them. */
export function useSignedInMessages(): SignedInMessages {
  return signedInMessagesOf(useLocale());
}

/** All messages, for code outside of components. */
export function getSignedInMessages(): SignedInMessages {
  return signedInMessagesOf(getLocale());
}

export function useLocale(): Locale {
  return useSyncExternalStore(subscribe, getLocale, getLocale);
}

function signedInMessagesOf({ signedInMessages }: Locale): SignedInMessages {
  if (!signedInMessages) throw new Error('the messages of the pages after sign-in have not been loaded');
  return signedInMessages;
}

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}

function show(next: Locale): void {
  current = next;
  // There is no document when the sign-in page is prerendered.
  if (typeof document !== 'undefined') {
    document.documentElement.lang = next.code;
    document.documentElement.dir = LANGUAGES[next.code].direction;
  }
  for (const listener of [...listeners]) listener();
}
