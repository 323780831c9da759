import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** All files of a folder and its subfolders, sorted; or the path itself if it is a file. @param {string} path @returns {string[]} */
export function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/**
 * The files in a folder and its subfolders whose names match.
 *
 * @param {string} folder an absolute path @param {RegExp} [name] TypeScript by default @returns {string[]} absolute paths
 */
export function filesIn(folder, name = /\.tsx?$/) {
  return filesUnder(folder).filter((file) => name.test(basename(file)));
}

/** Whether a file is a test or a test helper. @param {string} path */
export function isTestFile(path) {
  return /\.(test|contract)\.|test-helper/.test(path);
}

/** The TypeScript of a folder, without tests and their helpers. @param {string} folder @returns {string[]} absolute paths */
export function sourceFiles(folder) {
  // The folder's own path may contain `test`.
  return filesIn(folder).filter((file) => !isTestFile(file.slice(folder.length)));
}
