import * as baseAr from './catalogues/base/ar.ts';
import * as baseEn from './catalogues/base/en.ts';
import * as baseEs from './catalogues/base/es.ts';
import * as baseFr from './catalogues/base/fr.ts';
import * as signedInAr from './catalogues/signed-in/ar.ts';
import * as signedInEn from './catalogues/signed-in/en.ts';
import * as signedInEs from './catalogues/signed-in/es.ts';
import * as signedInFr from './catalogues/signed-in/fr.ts';
import type { LanguageCode } from './languages.ts';
import type { SignedInMessages } from './locale.ts';
import type { MessageFormat } from './locale-format.ts';

/** The catalogues of every language; the app itself loads those of one language. */
export const CATALOGUES = {
  en: { base: baseEn.catalogue, signedIn: signedInEn.catalogue },
  es: { base: baseEs.catalogue, signedIn: signedInEs.catalogue },
  fr: { base: baseFr.catalogue, signedIn: signedInFr.catalogue },
  ar: { base: baseAr.catalogue, signedIn: signedInAr.catalogue },
} satisfies Record<LanguageCode, object>;

/** All messages of one language. */
export function allMessages(code: LanguageCode, format: MessageFormat): SignedInMessages {
  const { base, signedIn } = CATALOGUES[code];
  return { ...base(format), ...signedIn(format) };
}
