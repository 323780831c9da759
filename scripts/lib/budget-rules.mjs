import { createHash } from 'node:crypto';

/**
 * @typedef {{ file: string, name?: string, src?: string, isEntry?: boolean, imports?: string[], dynamicImports?: string[], css?: string[] }} Chunk
 * @typedef {Record<string, Chunk>} Manifest Vite's dist/.vite/manifest.json, by source or by chunk key
 * @typedef {{ name: string, passed: boolean, detail: string }} BudgetResult
 */

/**
 * The files that a page loads: the chunks of the entry and the page, with their static imports.
 *
 * @param {Manifest} manifest
 * @param {readonly string[]} keys the entry's and the page's keys in the manifest
 * @returns {{ javascript: string[], css: string[], later: string[] }} file names, and the keys of lazy chunks
 */
export function filesOf(manifest, keys) {
  const seen = new Set(keys);
  // Iterating a set includes elements added during the iteration.
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
 * Checks a sum of sizes against its limit.
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
 * Checks each chunk against its limit. A chunk without a limit fails, and so does a limit without a chunk, so that the
 * limits cover exactly the built chunks.
 *
 * @param {Manifest} manifest
 * @param {Readonly<Record<string, number>>} limits bytes gzip, by source or by the chunk's name
 * @param {(file: string) => number} sizeOf bytes gzip
 * @returns {BudgetResult}
 */
export function checkChunks(manifest, limits, sizeOf) {
  const sizes = new Map(scriptsOf(manifest).map(({ name, file }) => [name, sizeOf(file)]));
  const over = [...sizes].filter(([name, size]) => size > (limits[name] ?? -1));
  const missing = Object.keys(limits).filter((name) => !sizes.has(name));
  const failures = [
    ...over.map(([name, size]) => `${name} has ${size} of ${limits[name] ?? 'no'} bytes`),
    ...missing.map((name) => `${name} has a limit but does not exist`),
  ];
  return {
    name: 'every chunk keeps its limit',
    passed: failures.length === 0,
    detail: failures.join('; ') || `${sizes.size} chunks`,
  };
}

/**
 * The scripts of a whole visit in one language: all chunks except the ones in `without` and the catalogues of other languages.
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
 * The longer string literals that only one set of sources has: a build with one of them includes that source. Identifiers
 * cannot be used, because they are minified.
 *
 * @param {readonly string[]} sources
 * @param {readonly string[]} others
 * @returns {string[]}
 */
export function distinctiveTexts(sources, others) {
  const texts = sources.flatMap((source) =>
    [...source.matchAll(/(['"])([A-Za-z][^'"\\\n$`]{23,})\1/g)].map((match) => match[2] ?? ''),
  );
  return [...new Set(texts)].filter((text) => !others.some((other) => other.includes(text)));
}

/**
 * Checks the built page: a Content-Security-Policy without `unsafe-inline` that has the hash of every inline script and
 * style.
 *
 * @param {string} html
 * @returns {BudgetResult[]}
 */
export function checkPage(html) {
  const policy = /<meta[^>]+http-equiv=["']?content-security-policy["']?[^>]*>/i.exec(html)?.[0];
  const inline = [...html.matchAll(/<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/gi)].filter(
    (match) => !/\ssrc\s*=/i.test(match[2] ?? ''),
  );
  const unhashed = inline.filter((match) => {
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
      name: 'the policy has the hash of every inline script and style',
      passed: unhashed.length === 0 && !handlers,
      detail: `${inline.length} scripts and styles, ${unhashed.length} without a hash${handlers ? ', and inline event handlers or styles' : ''}`,
    },
  ];
}
