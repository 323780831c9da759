import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { classicScript } from './classic-script.ts';

const entry = join(import.meta.dirname, '../src/demo/service-worker.ts');

/** Writes a service worker, `sw.js`, into a folder of a build. It caches all files of the folder, in one cache per build. */
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

/** The URL of a file relative to the service worker. An index.html has the URL of its folder. */
function addressOf(file: string): string {
  return `./${file.replace(/(^|\/)index\.html$/, '$1')}`;
}

function versionOf(files: readonly (Rolldown.OutputAsset | Rolldown.OutputChunk)[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.fileName).update(file.type === 'chunk' ? file.code : file.source);
  return hash.digest('hex').slice(0, 12);
}
