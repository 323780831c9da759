import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a file is a test, or made for tests. @param {string} path */
export function isTestFile(path) {
  return /\.test\.|test-helper/.test(path);
}

/**
 * The files of a folder whose names end in one of these.
 *
 * @param {string} folder @param {RegExp} [ending] TypeScript unless told otherwise @returns {string[]} absolute paths
 */
export function filesIn(folder, ending = /\.tsx?$/) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => ending.test(name)).map((name) => join(folder, name));
}

/** The TypeScript of a folder, without tests and their helpers. @param {string} folder @returns {string[]} absolute paths */
export function sourceFiles(folder) {
  return filesIn(folder).filter((file) => !isTestFile(file));
}
