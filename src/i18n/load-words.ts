import type { LanguageCode } from './languages.ts';

export type Bundle = 'start' | 'inside';

/** Words that still need what they are put together with; see build-plugins/words.ts. */
export type Compiled = typeof import('virtual:words/start/en').default;

type Loader = () => Promise<{ readonly default: Compiled }>;

/* Written out, so that each becomes a file of its own. */
const LOADERS: Readonly<Record<Bundle, Readonly<Record<LanguageCode, Loader>>>> = {
  start: {
    en: () => import('virtual:words/start/en'),
    es: () => import('virtual:words/start/es'),
    fr: () => import('virtual:words/start/fr'),
    ar: () => import('virtual:words/start/ar'),
  },
  inside: {
    en: () => import('virtual:words/inside/en'),
    es: () => import('virtual:words/inside/es'),
    fr: () => import('virtual:words/inside/fr'),
    ar: () => import('virtual:words/inside/ar'),
  },
};

/** One language's words of one bundle. Rejects without a network. */
export async function loadBundle(bundle: Bundle, code: LanguageCode): Promise<Compiled> {
  return (await LOADERS[bundle][code]()).default;
}
