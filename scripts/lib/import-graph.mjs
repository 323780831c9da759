import { readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { root } from './run.mjs';
import { filesIn } from './source-files.mjs';

/**
 * @typedef {{ from: string, specifier: string, to: string }} Import `from` and `to` are paths relative to `src`
 * @typedef {ReadonlyMap<string, ReadonlySet<string>>} Graph each node with the nodes that it imports
 */

/** `from '…'`, `import '…'` and `import('…')`, for values and types. */
const IMPORT = /\b(?:from|import)\s*\(?\s*(?:\/\*.*?\*\/\s*)?['"`]([^'"`\n]+)['"`]/g;

/** @type {{ imports: Readonly<Record<string, string>> }} */
const { imports: SUBPATHS } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The text of every TypeScript file of `src`, tests included, by its path relative to `src`. @returns {Map<string, string>} */
export function readSources() {
  const src = join(root, 'src');
  return new Map(filesIn(src).map((file) => [relative(src, file).split(sep).join('/'), readFileSync(file, 'utf8')]));
}

/**
 * The imports of a file of `src` from `src`, including types, dynamic imports and styles.
 *
 * @param {string} from its path relative to `src` @param {string} text @returns {Import[]}
 */
export function importsIn(from, text) {
  return [...text.matchAll(IMPORT)].flatMap(([, specifier = '']) => {
    const to = specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : targetOfSubpath(specifier);
    return to === undefined || to.startsWith('../') ? [] : [{ from, specifier, to }];
  });
}

/** The file that package.json maps a subpath import (`#model`) to, relative to `src`. @param {string} specifier */
function targetOfSubpath(specifier) {
  for (const [pattern, target] of Object.entries(SUBPATHS)) {
    const [start = '', end] = pattern.split('*');
    if (end === undefined ? specifier === pattern : specifier.startsWith(start) && specifier.endsWith(end)) {
      const found = specifier.slice(start.length, specifier.length - (end?.length ?? 0));
      return posix.relative('src', target.replace('*', found));
    }
  }
  return undefined;
}

/** @param {readonly Import[]} imports @returns {Graph} */
export function graphOf(imports) {
  /** @type {Map<string, Set<string>>} */
  const graph = new Map();
  for (const { from, to } of imports) graph.set(from, (graph.get(from) ?? new Set()).add(to));
  return graph;
}

/** The groups of nodes that import each other in a cycle. @param {Graph} graph @returns {string[][]} */
export function cyclesIn(graph) {
  const reached = new Map([...graph.keys()].map((node) => [node, reachableFrom(graph, node)]));
  const groups = [...reached]
    .filter(([node, others]) => others.has(node))
    .map(([node, others]) => [...others].filter((other) => reached.get(other)?.has(node)).sort());
  return [...new Map(groups.map((group) => [group.join(), group])).values()];
}

/** @param {Graph} graph @param {string} node */
function reachableFrom(graph, node) {
  const reached = new Set(graph.get(node));
  // Iterating a set includes elements added during the iteration.
  for (const found of reached) for (const next of graph.get(found) ?? []) reached.add(next);
  return reached;
}
