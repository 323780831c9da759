import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

/**
 * Writes the page's Content-Security-Policy into index.html, so that it holds on any file server. No `unsafe-inline`: the
 * two libraries that add a style element of their own (sonner, input-otp) are allowed by the hash of what they add.
 * `connect-src` lets other https origins in, because config.json may name an API there; a server that knows better may
 * send a stricter header beside this one.
 */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      // Last of all: what stands in the page by then is what the page may run.
      order: 'post',
      handler: (html) => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: policy(html) },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}

/** The policy of a page with the scripts and styles that `html` holds, each by its hash, and with no others. */
export function policy(html = ''): string {
  const inPage = (tag: string) =>
    [...html.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, 'g'))].map((match) => match[1] ?? '');
  const hashes = (texts: readonly string[]) =>
    texts.map((text) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`).join('');
  return [
    "default-src 'none'",
    `script-src 'self'${hashes(inPage('script'))}`,
    `style-src 'self'${hashes(['', sonnerStyles(), ...inPage('style')])}`,
    "img-src 'self' data: https:",
    "font-src 'self'",
    "manifest-src 'self'",
    "connect-src 'self' https:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** The text that sonner puts into a style element when its module runs. */
function sonnerStyles(): string {
  const source = readFileSync(
    createRequire(import.meta.url)
      .resolve('sonner')
      .replace(/\.c?js$/, '.mjs'),
    'utf8',
  );
  const literal = /__insertCSS\(("(?:[^"\\]|\\.)*")\)/.exec(source)?.[1];
  if (literal === undefined) throw new Error('sonner no longer inserts its styles the known way: see this file.');
  return JSON.parse(literal) as string;
}
