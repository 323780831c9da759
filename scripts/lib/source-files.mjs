import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The TypeScript of a folder that is no test and no helper of one.
 *
 * @param {string} folder @returns {string[]} whole paths
 */
export function sourceFiles(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|test-helper/.test(file))
    .map((file) => join(folder, file));
}
