import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/**
 * Writes the page's Content-Security-Policy into index.html, so that it holds on any file server. No `unsafe-inline`: what
 * stands in the page is allowed by its hash, and so is the empty style element that input-otp fills by script.
 * `connect-src` lets other https origins in, because config.json may name an API there; a server that knows better may
 * send a stricter header beside this one. `more` are directives besides, or instead of those of the same name.
 */
export function contentSecurityPolicy(more: Readonly<Record<string, string>> = {}): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      // Last of all: what stands in the page by then is what the page may run.
      order: 'post',
      handler: (html) => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: policy(html, more) },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}

/** The policy of a page with the scripts and styles that `html` holds, each by its hash, and with no others. */
export function policy(html = '', more: Readonly<Record<string, string>> = {}): string {
  const inPage = (tag: string) =>
    [...html.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map((match) => match[1] ?? '');
  const hashes = (texts: readonly string[]) =>
    texts.map((text) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`).join('');
  const directives: Readonly<Record<string, string>> = {
    'default-src': "'none'",
    'script-src': `'self'${hashes(inPage('script'))}`,
    'style-src': `'self'${hashes(['', ...inPage('style')])}`,
    'img-src': "'self' https:",
    'connect-src': "'self' https:",
    'worker-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    // No text becomes code: the app writes none of the sinks that would need a policy of its own.
    'require-trusted-types-for': "'script'",
    'trusted-types': "'none'",
    ...more,
  };
  return Object.entries(directives)
    .map((directive) => directive.join(' '))
    .join('; ');
}

/** The policy in a built page's meta element; empty for a page without one. */
export function policyIn(html: string): string {
  const meta = /<meta[^>]+http-equiv="content-security-policy"[^>]*>/i.exec(html)?.[0] ?? '';
  return (/content="([^"]*)"/i.exec(meta)?.[1] ?? '').replaceAll('&#39;', "'");
}

/**
 * A built page's policy as a header: it says what a meta element cannot, and lets the page reach no other origins than
 * those of `connect` and `images` (addresses; a path is on this origin). Both policies hold, so a header only narrows.
 */
export function narrowedPolicy(built: string, connect: readonly string[], images: readonly string[]): string {
  const origins = (addresses: readonly string[]) =>
    addresses.filter((text) => /^https?:/.test(text) && URL.canParse(text)).map((text) => ` ${new URL(text).origin}`);
  return [
    ...built.split(/;\s*/).filter((directive) => directive !== '' && !/^(connect|img)-src /.test(directive)),
    `connect-src 'self'${[...new Set(origins(connect))].join('')}`,
    `img-src 'self'${origins(images).join('')}`,
    "frame-ancestors 'none'",
  ].join('; ');
}
