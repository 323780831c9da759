import { ALL_LANGUAGES, getLocale, type LanguageCode, pickLanguage, setLocale } from '#i18n';
import type { JsonStore, Platform } from '#platform';

const KEY = 'language';

type Languages = Pick<Platform, 'local' | 'languages'>;

/** Speaks the language that was chosen here before, else the browser's. Rejects when its words cannot be had. */
export async function setInitialLocale({ local, languages }: Languages): Promise<void> {
  await setLocale(pickLanguage(ALL_LANGUAGES, local.get(KEY), languages()));
}

/** Once it is known which languages the operator offers: another one where that one is not among them. */
export async function setOfferedLocale(
  offered: readonly LanguageCode[],
  { local, languages }: Languages,
): Promise<void> {
  const best = pickLanguage(offered, local.get(KEY), languages());
  if (best !== getLocale().code) await setLocale(best);
}

/** The person's own choice: spoken, and kept on this device. Rejects when its words cannot be had; then nothing changes. */
export async function chooseLanguage(code: LanguageCode, store: JsonStore): Promise<void> {
  await setLocale(code);
  store.set(KEY, code);
}
