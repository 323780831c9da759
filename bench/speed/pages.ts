import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

type Name = 'empty' | 'bare' | 'rows' | 'plan';
export type Row = { readonly id: string; readonly name: string; readonly kind: string; readonly state: string };

const built = new Map<Name, string>();

/** Builds a reference page with the app's build settings. Returns its folder. */
export async function buildPage(name: Name): Promise<string> {
  const known = built.get(name);
  if (known !== undefined) return known;
  const outDir = join(process.cwd(), 'build/bench', name);
  await build({
    configFile: false,
    root: join(process.cwd(), 'bench/speed/pages', name),
    logLevel: 'error',
    publicDir: false,
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      manifest: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  });
  built.set(name, outDir);
  return outDir;
}

/** Builds the page `rows` with this data. Returns its folder. */
export async function buildRows(rows: readonly Row[]): Promise<string> {
  const folder = await buildPage('rows');
  const page = join(folder, 'index.html');
  const data = JSON.stringify(rows).replaceAll('<', '\\u003c');
  const html = readFileSync(page, 'utf8');
  writeFileSync(page, html.replace('<!-- rows -->', `<script type="application/json" id="rows">${data}</script>`));
  return folder;
}
