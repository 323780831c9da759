// Measures dist/ against budgets.json and against what may never be in it; run after a build.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  filesOf,
  judgeChunks,
  judgePage,
  keyOf,
  scriptsOfVisit,
  tellingTexts,
  withinLimit,
} from './lib/budget-rules.mjs';
import { root, say } from './lib/run.mjs';
import { filesUnder } from './lib/source-files.mjs';
import { fail } from './setup.mjs';

const dist = join(root, 'dist');
const manifestFile = join(dist, '.vite/manifest.json');
if (!existsSync(manifestFile)) fail('There is no build with a manifest in dist/: run "npm run build" first.');

/** @type {import('./lib/budget-rules.mjs').Manifest} */
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
const { signIn, visit, chunks } = JSON.parse(readFileSync(join(root, 'budgets.json'), 'utf8'));
const files = filesUnder(dist).map((path) => relative(dist, path).split(sep).join('/'));

/** @type {import('./lib/budget-rules.mjs').Verdict[]} */
const verdicts = [
  ...judgeSignIn(),
  judgeVisit(),
  judgeChunks(manifest, chunks, gzipSize),
  judgeFacility(),
  judgeMaps(),
  ...judgePage(read('index.html')),
];

printChunks();
for (const { name, passed, detail } of verdicts)
  say(`${passed ? 'ok    ' : 'FAILED'}  ${name}${detail && `: ${detail}`}`);
mkdirSync(join(root, 'build'), { recursive: true });
writeFileSync(join(root, 'build/budgets.json'), `${JSON.stringify(verdicts, null, 2)}\n`);
process.exitCode = verdicts.every(({ passed }) => passed) ? 0 : 1;

function judgeSignIn() {
  const names = ['JavaScript for the sign-in screen', 'CSS for the sign-in screen'];
  const keys = signIn.sources.map((/** @type {string} */ source) => keyOf(manifest, source));
  if (keys.includes(undefined)) {
    // Without a chunk of its own a sum would be right by accident at most.
    const detail = `the manifest lacks one of ${signIn.sources.join(', ')}`;
    return names.map((name) => ({ name, passed: false, detail }));
  }
  const { javascript, css, later } = filesOf(manifest, keys);
  say(`Sign-in screen: ${[...javascript, ...css].join(', ')}`);
  say(`Loaded later, on demand: ${later.join(', ') || 'nothing'}\n`);
  return [
    withinLimit(names[0] ?? '', javascript.map(gzipSize), signIn.javascriptGzipBytes),
    withinLimit(names[1] ?? '', css.map(gzipSize), signIn.cssGzipBytes),
  ];
}

function judgeVisit() {
  const sizes = scriptsOfVisit(manifest, visit).map(gzipSize);
  return withinLimit('JavaScript of a whole visit in one language', sizes, visit.javascriptGzipBytes);
}

function judgeFacility() {
  const sources = filesUnder(join(root, 'src'))
    .filter((path) => /\.(tsx?|css)$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => ({
      ofFacility: relative(root, path).startsWith(join('src', 'facility')),
      text: readFileSync(path, 'utf8'),
    }));
  const inFacility = sources.filter(({ ofFacility }) => ofFacility).map(({ text }) => text);
  const elsewhere = sources.filter(({ ofFacility }) => !ofFacility).map(({ text }) => text);
  const marks = ['__facility', '__gallery', ...tellingTexts(inFacility, [...elsewhere, read('config.json')])];
  const found = Object.keys(manifest).filter((key) => key.includes('src/facility'));
  for (const file of files.filter((name) => /\.(js|html|css|json)$/.test(name))) {
    const text = read(file);
    for (const mark of marks) if (text.includes(mark)) found.push(`"${mark}" in ${file}`);
  }
  return {
    name: 'no simulated facility in the build',
    passed: found.length === 0,
    detail: found.length === 0 ? `${marks.length} marks looked for` : found.slice(0, 5).join('; '),
  };
}

function judgeMaps() {
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
    say(`${String(gzipSize(file)).padStart(8)} bytes gzip  ${file}`);
  }
  say('');
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
