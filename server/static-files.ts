import { extname } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context } from 'hono';
import { getMimeType } from 'hono/utils/mime';
import { areaOf } from '#routes';

const nothing = async () => undefined;

/**
 * Serves a build's folder with its precompressed files: `/assets/*` as immutable (their names contain a hash), all else with
 * revalidation, and index.html for the app's routes, so that a reload at `/doors/…` works. Returns undefined if there is no
 * file.
 */
export function createStaticFiles(folder: string): (c: Context) => Promise<Response | undefined> {
  const file = serveStatic({ root: folder, precompressed: true });
  const page = serveStatic({ root: folder, path: 'index.html', precompressed: true });
  return async (c) => {
    const { pathname } = new URL(c.req.url);
    // Hidden files are build metadata, compressed files are served under their original name, and no file name needs escapes.
    const isPublic = !/\/\.(?!well-known\/)|\.(br|gz)$|%/.test(pathname);
    const response = (isPublic && (await file(c, nothing))) || (isAppAddress(c) && (await page(c, nothing)));
    if (!response) return undefined;
    // Also on uncompressed responses, because the choice depends on the request.
    response.headers.set('vary', 'Accept-Encoding');
    response.headers.set('cache-control', isAsset(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache');
    return response;
  };
}

/** Whether a file has a hash in its name, so that its content never changes. */
export const isAsset = (path: string): boolean => path.startsWith('/assets/');

/**
 * Whether this path gets index.html: a route of the app, or an unknown path, for which the app shows "not found". A file that
 * a deploy removed must get a 404.
 */
function isAppAddress({ req }: Context): boolean {
  const wantsPage = /\btext\/html\b|\*\/\*/.test(req.header('accept') ?? '*/*');
  if (areaOf(req.path) !== 'unknown') return wantsPage;
  const isFile = getMimeType(req.path) || /^\.(map|br|gz)$/.test(extname(req.path)) || /\/\./.test(req.path);
  return !isAsset(req.path) && !isFile && wantsPage;
}
