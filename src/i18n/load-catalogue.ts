import type { BaseCatalogue } from './catalogues/base/en.ts';
import type { SignedInCatalogue } from './catalogues/signed-in/en.ts';
import type { LanguageCode } from './languages.ts';
import type { MessageFormat } from './locale-format.ts';

type Catalogue<T> = (format: MessageFormat) => T;
type Loaders<T> = Readonly<Record<LanguageCode, () => Promise<{ readonly catalogue: Catalogue<T> }>>>;

/* Each import is written out, so that each catalogue becomes a file of its own. */
const BASE: Loaders<BaseCatalogue> = {
  en: () => import('./catalogues/base/en.ts'),
  es: () => import('./catalogues/base/es.ts'),
  fr: () => import('./catalogues/base/fr.ts'),
  ar: () => import('./catalogues/base/ar.ts'),
};
const SIGNED_IN: Loaders<SignedInCatalogue> = {
  en: () => import('./catalogues/signed-in/en.ts'),
  es: () => import('./catalogues/signed-in/es.ts'),
  fr: () => import('./catalogues/signed-in/fr.ts'),
  ar: () => import('./catalogues/signed-in/ar.ts'),
};

/** The messages that every page needs. Rejects without a network. */
export async function loadBaseCatalogue(code: LanguageCode): Promise<Catalogue<BaseCatalogue>> {
  return (await BASE[code]()).catalogue;
}

/** The messages of the pages after sign-in and of the help page. Rejects without a network. */
export async function loadSignedInCatalogue(code: LanguageCode): Promise<Catalogue<SignedInCatalogue>> {
  return (await SIGNED_IN[code]()).catalogue;
}
