import { createHash } from 'node:crypto';

/**
 * @typedef {{ file: string, name?: string, src?: string, isEntry?: boolean, imports?: string[], dynamicImports?: string[], css?: string[] }} Chunk
 * @typedef {Record<string, Chunk>} Manifest Vite's dist/.vite/manifest.json, by source or by chunk key
 * @typedef {{ name: string, passed: boolean, detail: string }} BudgetResult
 */

/**
 * The files that a browser loads to show one page: the entry's chunk, the page's own, and all that either imports
 * statically.
 *
 * @param {Manifest} manifest
 * @param {readonly string[]} keys the entry's and the page's keys in the manifest
 * @returns {{ javascript: string[], css: string[], later: string[] }} file names, and the keys loaded later on demand
 */
export function filesOf(manifest, keys) {
  const seen = new Set(keys);
  // A set's iteration goes on to what is added meanwhile.
  for (const key of seen) for (const imported of manifest[key]?.imports ?? []) seen.add(imported);
  const chunks = [...seen].flatMap((key) => manifest[key] ?? []);
  const unique = (/** @type {string[]} */ names) => [...new Set(names)].sort();
  return {
    javascript: unique(chunks.map((chunk) => chunk.file).filter((file) => file.endsWith('.js'))),
    css: unique(chunks.flatMap(({ file, css = [] }) => [...css, file]).filter((file) => file.endsWith('.css'))),
    later: unique(chunks.flatMap((chunk) => chunk.dynamicImports ?? []).filter((key) => !seen.has(key))),
  };
}

/**
 * The key of a source file in the manifest.
 *
 * @param {Manifest} manifest
 * @param {string} source such as `src/sign-in/page.tsx`
 */
export function keyOf(manifest, source) {
  return Object.keys(manifest).find((key) => key.includes(source) || manifest[key]?.src?.includes(source));
}

/**
 * Whether a sum of sizes keeps its limit.
 *
 * @param {string} name
 * @param {readonly number[]} sizes bytes
 * @param {number} limit bytes
 * @returns {BudgetResult}
 */
export function withinLimit(name, sizes, limit) {
  const sum = sizes.reduce((total, size) => total + size, 0);
  return { name, passed: sum <= limit, detail: `${sum} of ${limit} bytes gzip in ${sizes.length} files` };
}

/**
 * Each chunk against its own limit. A chunk without a limit fails, and so does a limit without a chunk: the table stays
 * the whole of what can travel.
 *
 * @param {Manifest} manifest
 * @param {Readonly<Record<string, number>>} limits bytes gzip, by source or by the chunk's name
 * @param {(file: string) => number} sizeOf bytes gzip
 * @returns {BudgetResult}
 */
export function judgeChunks(manifest, limits, sizeOf) {
  const sizes = new Map(scriptsOf(manifest).map(({ name, file }) => [name, sizeOf(file)]));
  const over = [...sizes].filter(([name, size]) => size > (limits[name] ?? -1));
  const gone = Object.keys(limits).filter((name) => !sizes.has(name));
  const said = [
    ...over.map(([name, size]) => `${name} has ${size} of ${limits[name] ?? 'no'} bytes`),
    ...gone.map((name) => `${name} has a limit and is not there`),
  ];
  return {
    name: 'every chunk keeps its limit',
    passed: said.length === 0,
    detail: said.join('; ') || `${sizes.size} chunks`,
  };
}

/**
 * The scripts of a whole visit in one language: every chunk but those of the other languages and those of `without`.
 *
 * @param {Manifest} manifest
 * @param {{ readonly without: readonly string[], readonly language: string }} visit
 * @returns {string[]} file names
 */
export function scriptsOfVisit(manifest, { without, language }) {
  return scriptsOf(manifest)
    .filter(({ name }) => !without.includes(name))
    .filter(({ name }) => !name.startsWith('src/i18n/catalogues/') || name.endsWith(`/${language}.ts`))
    .map(({ file }) => file);
}

/** @param {Manifest} manifest */
function scriptsOf(manifest) {
  return Object.entries(manifest)
    .filter(([, { file }]) => file.endsWith('.js'))
    .map(([key, { file, src, name }]) => ({ name: src ?? name ?? key, file }));
}

/**
 * The longer texts that stand in one set of sources and nowhere in another: where one of them turns up in a build, that
 * source was built in. Class and variable names would not do, as they are shortened.
 *
 * @param {readonly string[]} sources
 * @param {readonly string[]} others
 * @returns {string[]}
 */
export function tellingTexts(sources, others) {
  const texts = sources.flatMap((source) =>
    [...source.matchAll(/(['"])([A-Za-z][^'"\\\n$`]{23,})\1/g)].map((match) => match[2] ?? ''),
  );
  return [...new Set(texts)].filter((text) => !others.some((other) => other.includes(text)));
}

/**
 * What the built page itself must keep: a content security policy without `unsafe-inline`, and nothing that runs in the
 * page but what the policy names by its hash.
 *
 * @param {string} html
 * @returns {BudgetResult[]}
 */
export function judgePage(html) {
  const policy = /<meta[^>]+http-equiv=["']?content-security-policy["']?[^>]*>/i.exec(html)?.[0];
  const inline = [...html.matchAll(/<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/gi)].filter(
    (match) => !/\ssrc\s*=/i.test(match[2] ?? ''),
  );
  const unnamed = inline.filter((match) => {
    const hash = createHash('sha256')
      .update(match[3] ?? '')
      .digest('base64');
    return !policy?.includes(`sha256-${hash}`);
  });
  const handlers = /<[a-z][^>]*\s(on[a-z]+|style)\s*=/i.test(html.replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ''));
  return [
    {
      name: 'the page has a content security policy without unsafe-inline',
      passed: policy !== undefined && !html.includes('unsafe-inline'),
      detail: policy ? '' : 'index.html has no Content-Security-Policy meta element',
    },
    {
      name: 'what stands in the page is named in its policy by hash',
      passed: unnamed.length === 0 && !handlers,
      detail: `${inline.length} scripts and styles, ${unnamed.length} not named${handlers ? ', and attributes that run or style' : ''}`,
    },
  ];
}
