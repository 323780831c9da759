import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a folder and of those within it, or the one file, in order. @param {string} path @returns {string[]} */
export function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/**
 * The TypeScript of a folder that is no test and no helper of one.
 *
 * @param {string} folder @returns {string[]} whole paths
 */
export function sourceFiles(folder) {
  // By what follows the folder: its own path may hold any word.
  return filesUnder(folder).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.|test-helper/.test(file.slice(folder.length)),
  );
}
