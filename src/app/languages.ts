import { ALL_LANGUAGES, getLocale, type LanguageCode, pickLanguage, setLocale } from '#i18n';
import type { JsonStore, Platform } from '#platform';

const KEY = 'language';

type Languages = Pick<Platform, 'local' | 'languages'>;

/** Sets the language that was chosen on this device before, else the browser's. Rejects when it cannot be loaded. */
export async function setInitialLocale({ local, languages }: Languages): Promise<void> {
  await setLocale(pickLanguage(ALL_LANGUAGES, local.get(KEY), languages()));
}

/** Sets another language where the operator does not offer the current one. Call it once the configuration is known. */
export async function setOfferedLocale(
  offered: readonly LanguageCode[],
  { local, languages }: Languages,
): Promise<void> {
  const best = pickLanguage(offered, local.get(KEY), languages());
  if (best !== getLocale().code) await setLocale(best);
}

/** Sets the language that the person chose and stores the choice. Rejects when it cannot be loaded; then nothing changes. */
export async function chooseLanguage(code: LanguageCode, store: JsonStore): Promise<void> {
  await setLocale(code);
  store.set(KEY, code);
}
