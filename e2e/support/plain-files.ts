import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

export type PlainFiles = { readonly url: string; close(): Promise<void> };

/** A static file server on a free loopback port that serves `folder` under `prefix`. */
export async function servePlainFiles(folder: string, prefix: string): Promise<PlainFiles> {
  const root = resolve(folder);
  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://files.invalid');
    const file = await fileFor(root, pathname, prefix);
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    return response.end(await readFile(file));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${prefix}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function fileFor(root: string, path: string, prefix: string): Promise<string | null> {
  if (!path.startsWith(`${prefix}/`)) return null;
  const wanted = join(root, decodeURIComponent(path.slice(prefix.length)));
  if (wanted !== root && !wanted.startsWith(root + sep)) return null;
  const file = path.endsWith('/') ? join(wanted, 'index.html') : wanted;
  const found = await stat(file).catch(() => null);
  return found?.isFile() ? file : null;
}
