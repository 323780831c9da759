// Writes the types of all messages from the English catalogues; a unit test holds the two together.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './lib/run.mjs';

const options = /** @type {const} */ ({ root, configFile: false, logLevel: 'error' });
/** @type {{ module: typeof import('../build-plugins/words/compile.ts') }} */
const compile = await runnerImport(join(root, 'build-plugins/words/compile.ts'), options);
/** @type {{ module: typeof import('../build-plugins/words/catalogues.ts') }} */
const catalogues = await runnerImport(join(root, 'build-plugins/words/catalogues.ts'), options);

for (const bundle of /** @type {const} */ (['start', 'inside'])) {
  const text = compile.module.typesOf(bundle, catalogues.module.readCatalogue('en', bundle));
  writeFileSync(join(root, `src/i18n/words/${bundle}.ts`), text);
}
