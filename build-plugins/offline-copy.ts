import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { classicScript } from './classic-script.ts';

const entry = join(import.meta.dirname, '../src/demo/service-worker.ts');

/**
 * Writes `sw.js` into one folder of a build: the service worker that keeps a copy of all that lies in it. It stands for
 * this very build: another one has another name for its copy.
 */
export function offlineCopy(folder: string): Plugin {
  return {
    name: 'offline-copy',
    apply: 'build',
    async writeBundle({ dir = '.' }, bundle) {
      const files = Object.values(bundle).filter(({ fileName }) => fileName.startsWith(`${folder}/`));
      const addresses = files.map(({ fileName }) => addressOf(fileName.slice(folder.length + 1))).sort();
      const code = await classicScript(entry, {
        FILES: JSON.stringify(addresses),
        VERSION: JSON.stringify(versionOf(files)),
      });
      writeFileSync(join(dir, folder, 'sw.js'), code);
    },
  };
}

/** Relative to the service worker; a page is where its folder is. */
function addressOf(file: string): string {
  return `./${file.replace(/(^|\/)index\.html$/, '$1')}`;
}

function versionOf(files: readonly (Rolldown.OutputAsset | Rolldown.OutputChunk)[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.fileName).update(file.type === 'chunk' ? file.code : file.source);
  return hash.digest('hex').slice(0, 12);
}
