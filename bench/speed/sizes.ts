import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { phones } from '../../e2e/support/steps.ts';
import { filesOf, keyOf, type Manifest } from '../../scripts/lib/budget-rules.mjs';
import { newPhone, withApp, withBrowser } from './environment.ts';
import { type Findings, figure } from './figure.ts';
import { buildPage } from './pages.ts';
import { wholePath } from './whole-path.ts';

const DIST = 'dist';
const KB = 1000;

const gzipSize = (path: string) => gzipSync(readFileSync(path), { level: 9 }).length;
const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);

/** The size of what is loaded before sign-in is usable, in one language, and during a whole visit. */
export async function measureSizes(): Promise<Findings> {
  const manifest = readManifest(DIST);
  const keys = ['index.html', 'src/i18n/catalogues/base/en.ts'].map((source) => keyOf(manifest, source));
  const known = keys.filter((key) => key !== undefined);
  if (known.length !== keys.length) throw new Error('The build has no separate chunk for the sign-in messages.');
  const start = filesOf(manifest, known);
  const javascript = sum(start.javascript.map((file) => gzipSize(join(DIST, file))));
  const css = sum(start.css.map((file) => gzipSize(join(DIST, file))));

  const bareFolder = await buildPage('bare');
  const bare = sum(
    filesOf(readManifest(bareFolder), ['index.html']).javascript.map((file) => gzipSize(join(bareFolder, file))),
  );
  const visited = await scriptsOfVisit();
  const visit = sum(visited.map((file) => gzipSize(join(DIST, 'assets', file))));

  const files = readdirSync(join(DIST, 'assets')).filter((file) => /\.(js|css)$/.test(file));
  const chunks = files
    .map((file) => ({ file, size: gzipSize(join(DIST, 'assets', file)) }))
    .sort((a, b) => b.size - a.size)
    .map(({ file, size }) => {
      const isStart = [...start.javascript, ...start.css].includes(`assets/${file}`);
      const when = isStart ? 'before sign-in' : visited.includes(file) ? 'in a whole visit' : '';
      return { chunk: file.replace(/-[\w-]{8}(\.\w+)$/, '$1'), gzip: kilobytes(size), loaded: when };
    });
  return {
    figures: [
      figure('JavaScript before sign-in can be used, gzip', javascript / KB, 'KB', { atMost: 104 }),
      figure(
        'the same against bare React',
        javascript / bare,
        '×',
        { atMost: 1.55 },
        `${kilobytes(javascript)}; bare React ${kilobytes(bare)}`,
      ),
      figure('CSS before sign-in can be used, gzip', css / KB, 'KB', { atMost: 8 }),
      figure(
        'all JavaScript of a whole visit in one language, gzip',
        visit / KB,
        'KB',
        { atMost: 170 },
        `${visited.length} files`,
      ),
    ],
    details: [{ title: 'Chunks', rows: chunks }],
  };
}

/** The names of the scripts that a first visit along the whole path loads. */
async function scriptsOfVisit(): Promise<string[]> {
  return withApp((app) =>
    withBrowser(async (browser) => {
      const context = await newPhone(browser);
      const page = await context.newPage();
      const names = new Set<string>();
      page.on('response', (response) => {
        const name = /\/assets\/([^/?]+\.js)$/.exec(response.url())?.[1];
        if (name !== undefined) names.add(name);
      });
      await wholePath(page, app, phones.oneAccount);
      return [...names];
    }),
  );
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest;
}

function kilobytes(bytes: number): string {
  return `${(bytes / KB).toFixed(1)} KB`;
}
