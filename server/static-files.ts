import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { answerText } from './answers.ts';
import { chooseEncoding, compress, type Encoding, isCompressible, worthCompressing } from './compression.ts';
import { setPageHeaders } from './security-headers.ts';

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
};

type StoredFile = {
  /** Modification time and size: when they change the file is read again. */
  readonly version: string;
  readonly body: Buffer;
  readonly hash: string;
  readonly compressed: Map<Encoding, Promise<Buffer>>;
};

export type StaticFiles = (req: IncomingMessage, res: ServerResponse, path: string) => Promise<void>;

/**
 * Serves a build's folder: `/assets/*` for ever (their names hold their hash), all else revalidated, and index.html for
 * the app's own addresses, so that a reload at `/doors/…` works. Each file is kept in memory with its compressed forms.
 */
export function createStaticFiles(folder: string): StaticFiles {
  const stored = new Map<string, StoredFile>();

  const load = async (path: string): Promise<StoredFile | undefined> => {
    const name = join(folder, path);
    const facts = await stat(name).catch(() => undefined);
    if (!facts?.isFile()) return undefined;
    const version = `${facts.mtimeMs}-${facts.size}`;
    const known = stored.get(path);
    if (known?.version === version) return known;
    const body = await readFile(name);
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
    const file: StoredFile = { version, body, hash, compressed: new Map() };
    stored.set(path, file);
    return file;
  };

  return async (req, res, path) => {
    setPageHeaders(res);
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.setHeader('allow', 'GET, HEAD');
      return answerText(res, 405, 'Only GET and HEAD are known here.');
    }
    const wanted = fileFor(path);
    let served = wanted;
    let file = wanted === undefined ? undefined : await load(wanted);
    if (!file && isAppAddress(req, path)) {
      served = '/index.html';
      file = await load(served);
    }
    if (!file || served === undefined) return answerText(res, 404, 'There is nothing at this address.');
    await sendFile(req, res, served, file);
  };
}

/** The file a path means; undefined for hidden files (the build's own notes lie in `.vite/`). */
function fileFor(path: string): string | undefined {
  const decoded = decodeURIComponent(path);
  const hidden = decoded.split(/[/\\]/).some((name) => name.startsWith('.') && name !== '.well-known');
  if (hidden) return undefined;
  return decoded.endsWith('/') ? `${decoded}index.html` : decoded;
}

/** Whether this is an address of the app's own. A file that is gone after a deploy must stay a 404, never a page. */
function isAppAddress(req: IncomingMessage, path: string): boolean {
  if (path.startsWith('/assets/')) return false;
  const extension = extname(path).toLowerCase();
  // A door's id may hold a dot; only what looks like a file is one.
  const isFile = extension in contentTypes || extension === '.map';
  return !isFile && /\btext\/html\b|\*\/\*/.test(req.headers.accept ?? '*/*');
}

async function sendFile(req: IncomingMessage, res: ServerResponse, path: string, file: StoredFile): Promise<void> {
  const contentType = contentTypes[extname(path).toLowerCase()] ?? 'application/octet-stream';
  const squeezable = isCompressible(contentType) && file.body.length >= worthCompressing;
  const encoding = squeezable ? chooseEncoding(req.headers['accept-encoding']) : undefined;
  const etag = `"${file.hash}${encoding ? `-${encoding}` : ''}"`;
  res.setHeader('etag', etag);
  res.setHeader('cache-control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (squeezable) res.setHeader('vary', 'Accept-Encoding');
  if (matches(req.headers['if-none-match'], etag)) {
    res.statusCode = 304;
    res.end();
    return;
  }
  const body = encoding ? await compressedForm(file, encoding) : file.body;
  res.setHeader('content-type', contentType);
  res.setHeader('content-length', body.length);
  if (encoding) res.setHeader('content-encoding', encoding);
  res.end(body);
}

function compressedForm(file: StoredFile, encoding: Encoding): Promise<Buffer> {
  const known = file.compressed.get(encoding);
  if (known) return known;
  const made = compress(file.body, encoding, 'kept');
  file.compressed.set(encoding, made);
  return made;
}

function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  const asked = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return asked.includes(etag) || asked.includes('*');
}
