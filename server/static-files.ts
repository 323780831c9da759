import { extname } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context } from 'hono';
import { getMimeType } from 'hono/utils/mime';
import { areaOf } from '#routes';

const nothing = async () => undefined;

/**
 * Serves a build's folder, each file in the forms that the build compressed it to: `/assets/*` for ever (their names
 * hold their hash), all else revalidated, and index.html for the app's own addresses, so that a reload at `/doors/…`
 * works. Undefined means that there is no such file.
 */
export function createStaticFiles(folder: string): (c: Context) => Promise<Response | undefined> {
  const file = serveStatic({ root: folder, precompressed: true });
  const page = serveStatic({ root: folder, path: 'index.html', precompressed: true });
  return async (c) => {
    const { pathname } = new URL(c.req.url);
    // Hidden files are the build's notes, compressed forms go by their file's name, and no file's name needs an escape.
    const isPublic = !/\/\.(?!well-known\/)|\.(br|gz)$|%/.test(pathname);
    const response = (isPublic && (await file(c, nothing))) || (isAppAddress(c) && (await page(c, nothing)));
    if (!response) return undefined;
    // Also where the file went as it is: caches must know that it depends on what was asked for.
    response.headers.set('vary', 'Accept-Encoding');
    response.headers.set('cache-control', isAsset(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache');
    return response;
  };
}

/** Whether the name of a file says that its content never changes. */
export const isAsset = (path: string): boolean => path.startsWith('/assets/');

/**
 * Whether the app answers this address: one of its own, or one that nobody knows, which it says. A file that is gone after
 * a deploy must stay a 404, never a page.
 */
function isAppAddress({ req }: Context): boolean {
  const wantsPage = /\btext\/html\b|\*\/\*/.test(req.header('accept') ?? '*/*');
  if (areaOf(req.path) !== 'unknown') return wantsPage;
  const isFile = getMimeType(req.path) || /^\.(map|br|gz)$/.test(extname(req.path)) || /\/\./.test(req.path);
  return !isAsset(req.path) && !isFile && wantsPage;
}
