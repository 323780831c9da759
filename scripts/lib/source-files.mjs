import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a file is a test, or made for tests. @param {string} path */
export function isTestFile(path) {
  return /\.test\.|test-helper/.test(path);
}

/**
 * The files in a folder and its subfolders.
 *
 * @param {string} folder an absolute path @param {RegExp} [name] TypeScript by default @returns {string[]} absolute paths
 */
export function filesIn(folder, name = /\.tsx?$/) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The TypeScript of a folder, without tests and their helpers. @param {string} folder @returns {string[]} absolute paths */
export function sourceFiles(folder) {
  return filesIn(folder).filter((file) => !isTestFile(file));
}
