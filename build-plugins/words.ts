import type { Plugin } from 'vite';
import { ALL_LANGUAGES } from '../src/i18n/languages.ts';
import { BUNDLES, type Bundle, catalogueFiles, readCatalogue } from './words/catalogues.ts';
import { faultsOf } from './words/check.ts';
import { moduleOf } from './words/compile.ts';

const NAME = /^virtual:words\/(\w+)\/(\w+)$/;

/**
 * Compiles the messages: `virtual:words/<bundle>/<language>` is the bundle in that language. A message that is missing,
 * or takes other values than the English one, fails the build.
 */
export function words(): Plugin {
  return {
    name: 'words',
    buildStart() {
      const faults = ALL_LANGUAGES.flatMap((language) =>
        bundles.flatMap((bundle) => faultsOf(language, readCatalogue(language, bundle), readCatalogue('en', bundle))),
      );
      if (faults.length > 0) this.error(`Messages to mend in src/i18n/messages:\n  ${faults.join('\n  ')}`);
    },
    resolveId: (id) => (NAME.test(id) ? `\0${id}` : null),
    load(id) {
      const [, bundle, language] = NAME.exec(id.replace(/^\0/, '')) ?? [];
      if (!id.startsWith('\0') || bundle === undefined || language === undefined) return null;
      for (const file of catalogueFiles()) this.addWatchFile(file);
      return moduleOf(language, readCatalogue(language, bundle as Bundle));
    },
  };
}

const bundles = Object.keys(BUNDLES) as Bundle[];
