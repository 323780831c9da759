import { ALL_LANGUAGES, type LanguageCode, language, pickLanguage, speak } from '#i18n';
import type { JsonStore } from '#platform';

const KEY = 'language';

/** Speaks the language that was chosen here before, else the browser's. Rejects when its words cannot be had. */
export async function speakFirst(store: JsonStore): Promise<void> {
  await speak(pickLanguage(ALL_LANGUAGES, store.get(KEY), navigator.languages));
}

/** Once it is known which languages the operator offers: another one where that one is not among them. */
export async function speakOneOf(offered: readonly LanguageCode[], store: JsonStore): Promise<void> {
  const best = pickLanguage(offered, store.get(KEY), navigator.languages);
  if (best !== language().code) await speak(best);
}

/** The person's own choice: spoken, and kept on this device. Rejects when its words cannot be had; then nothing changes. */
export async function chooseLanguage(code: LanguageCode, store: JsonStore): Promise<void> {
  await speak(code);
  store.set(KEY, code);
}
