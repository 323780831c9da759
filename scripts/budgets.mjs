// Checks the built dist/ against budgets.json, and for content that must not be in it.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  checkChunks,
  checkPage,
  distinctiveTexts,
  filesOf,
  keyOf,
  scriptsOfVisit,
  withinLimit,
} from './lib/budget-rules.mjs';
import { print, root } from './lib/run.mjs';
import { filesIn } from './lib/source-files.mjs';
import { fail } from './setup.mjs';

const dist = join(root, 'dist');
const manifestFile = join(dist, '.vite/manifest.json');
if (!existsSync(manifestFile)) fail('There is no build with a manifest in dist/: run "npm run build" first.');

/** @type {import('./lib/budget-rules.mjs').Manifest} */
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
const { signIn, visit, chunks } = JSON.parse(readFileSync(join(root, 'budgets.json'), 'utf8'));
const files = filesIn(dist, /./).map((path) => relative(dist, path).split(sep).join('/'));

/** @type {import('./lib/budget-rules.mjs').BudgetResult[]} */
const results = [
  ...checkSignIn(),
  checkVisit(),
  checkChunks(manifest, chunks, gzipSize),
  checkFacility(),
  checkMaps(),
  ...checkPage(read('index.html')),
];

printChunks();
for (const { name, passed, detail } of results)
  print(`${passed ? 'ok    ' : 'FAILED'}  ${name}${detail && `: ${detail}`}`);
mkdirSync(join(root, 'build'), { recursive: true });
writeFileSync(join(root, 'build/budgets.json'), `${JSON.stringify(results, null, 2)}\n`);
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;

function checkSignIn() {
  const names = ['JavaScript for the sign-in screen', 'CSS for the sign-in screen'];
  const keys = signIn.sources.map((/** @type {string} */ source) => keyOf(manifest, source));
  if (keys.includes(undefined)) {
    // Without all of these chunks the sum is not the size of the sign-in screen.
    const detail = `the manifest lacks one of ${signIn.sources.join(', ')}`;
    return names.map((name) => ({ name, passed: false, detail }));
  }
  const { javascript, css, later } = filesOf(manifest, keys);
  print(`Sign-in screen: ${[...javascript, ...css].join(', ')}`);
  print(`Loaded later, on demand: ${later.join(', ') || 'nothing'}\n`);
  return [
    withinLimit(names[0] ?? '', javascript.map(gzipSize), signIn.javascriptGzipBytes),
    withinLimit(names[1] ?? '', css.map(gzipSize), signIn.cssGzipBytes),
  ];
}

function checkVisit() {
  const sizes = scriptsOfVisit(manifest, visit).map(gzipSize);
  return withinLimit('JavaScript of a whole visit in one language', sizes, visit.javascriptGzipBytes);
}

function checkFacility() {
  const sources = filesIn(join(root, 'src'), /\.(tsx?|css)$/)
    .filter((path) => !/\.test\.tsx?$/.test(path))
    .map((path) => ({
      isFacility: relative(root, path).startsWith(join('src', 'facility')),
      text: readFileSync(path, 'utf8'),
    }));
  const inFacility = sources.filter(({ isFacility }) => isFacility).map(({ text }) => text);
  const elsewhere = sources.filter(({ isFacility }) => !isFacility).map(({ text }) => text);
  const markers = ['__facility', '__gallery', ...distinctiveTexts(inFacility, [...elsewhere, read('config.json')])];
  const found = Object.keys(manifest).filter((key) => key.includes('src/facility'));
  for (const file of files.filter((name) => /\.(js|html|css|json)$/.test(name))) {
    const text = read(file);
    for (const marker of markers) if (text.includes(marker)) found.push(`"${marker}" in ${file}`);
  }
  return {
    name: 'no simulated facility in the build',
    passed: found.length === 0,
    detail: found.length === 0 ? `${markers.length} markers checked` : found.slice(0, 5).join('; '),
  };
}

function checkMaps() {
  const maps = files.filter((file) => file.endsWith('.map'));
  const pointers = files.filter((file) => /\.(js|css)$/.test(file) && read(file).includes('sourceMappingURL='));
  return {
    name: 'no source maps in the build',
    passed: maps.length + pointers.length === 0,
    detail: [...maps, ...pointers].join(', '),
  };
}

function printChunks() {
  for (const file of files.filter((name) => /\.(js|css)$/.test(name))) {
    print(`${String(gzipSize(file)).padStart(8)} bytes gzip  ${file}`);
  }
  print('');
}

/** @param {string} file */
function gzipSize(file) {
  return gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
}

/** @param {string} file */
function read(file) {
  const path = join(dist, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
