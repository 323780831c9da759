import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { sourceFiles } from './source-files.mjs';

/** @typedef {ReadonlyMap<string, ReadonlySet<string>>} ImportGraph each file, and the files that it imports */

/** `from '…'`, `import '…'` and `import('…')`, for values and for types. Biome keeps each on one line. */
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g;

/**
 * What the files of `src` import from each other: type imports and dynamic imports as well. Tests are left out.
 *
 * @param {string} root the project's folder @returns {ImportGraph} by paths from `src` on
 */
export function importGraph(root) {
  const src = join(root, 'src');
  const files = new Set(sourceFiles(src));
  const { imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const name = (/** @type {string} */ file) => file.slice(src.length + 1).replaceAll('\\', '/');
  return new Map(
    [...files].map((file) => {
      const specifiers = [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, specifier = '']) => specifier);
      const targets = specifiers.map((specifier) =>
        specifier.startsWith('.') ? resolve(dirname(file), specifier) : join(root, bySubpath(imports, specifier)),
      );
      return [name(file), new Set(targets.filter((target) => files.has(target)).map(name))];
    }),
  );
}

/**
 * A subpath import (`#model`) as package.json resolves it; the specifier itself where it is none.
 *
 * @param {Readonly<Record<string, string>>} imports @param {string} specifier
 */
function bySubpath(imports, specifier) {
  for (const [pattern, target] of Object.entries(imports)) {
    const [start = '', end] = pattern.split('*');
    if (end === undefined ? specifier === pattern : specifier.startsWith(start) && specifier.endsWith(end)) {
      const found = specifier.slice(start.length, specifier.length - (end?.length ?? 0));
      return target.replace('*', found);
    }
  }
  return specifier;
}

/**
 * The groups of files that import each other in a circle (strongly connected components, Tarjan's algorithm).
 *
 * @param {ImportGraph} graph @returns {string[][]} empty where there is no cycle
 */
export function cyclesIn(graph) {
  /** @type {Map<string, { index: number, low: number, isOpen: boolean }>} */
  const seen = new Map();
  /** @type {string[]} */
  const open = [];
  /** @type {string[][]} */
  const cycles = [];

  /** @param {string} file */
  function visit(file) {
    const state = { index: seen.size, low: seen.size, isOpen: true };
    seen.set(file, state);
    open.push(file);
    for (const target of graph.get(file) ?? []) {
      const known = seen.get(target);
      if (!known) state.low = Math.min(state.low, visit(target).low);
      else if (known.isOpen) state.low = Math.min(state.low, known.index);
    }
    if (state.low === state.index) close(file);
    return state;
  }

  /** @param {string} file */
  function close(file) {
    const group = open.splice(open.indexOf(file));
    for (const member of group) Object.assign(seen.get(member) ?? {}, { isOpen: false });
    if (group.length > 1 || graph.get(file)?.has(file)) cycles.push(group.sort());
  }

  for (const file of graph.keys()) if (!seen.has(file)) visit(file);
  return cycles;
}
