import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/**
 * Writes the page's Content-Security-Policy into index.html, so that it holds on any file server. No `unsafe-inline`: what
 * stands in the page is allowed by its hash, and so is the empty style element that input-otp fills by script.
 * `connect-src` lets other https origins in, because config.json may name an API there; a server that knows better may
 * send a stricter header beside this one. `more` are whole directives besides.
 */
export function contentSecurityPolicy(more: readonly string[] = []): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      // Last of all: what stands in the page by then is what the page may run.
      order: 'post',
      handler: (html) => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: [policy(html), ...more].join('; ') },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}

/** The policy of a page with the scripts and styles that `html` holds, each by its hash, and with no others. */
export function policy(html = ''): string {
  const inPage = (tag: string) =>
    [...html.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map((match) => match[1] ?? '');
  const hashes = (texts: readonly string[]) =>
    texts.map((text) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`).join('');
  return [
    "default-src 'none'",
    `script-src 'self'${hashes(inPage('script'))}`,
    `style-src 'self'${hashes(['', ...inPage('style')])}`,
    "img-src 'self' data: https:",
    "font-src 'self'",
    "manifest-src 'self'",
    "connect-src 'self' https:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
