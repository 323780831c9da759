import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/**
 * Writes the Content-Security-Policy into index.html, so that it applies on any file server. Inline scripts and styles are
 * allowed by hash, as is the empty style element that input-otp fills by script. `connect-src` allows all https origins,
 * because config.json may name an API on any of them; a server may send a stricter header as well. `more` adds or replaces
 * directives.
 */
export function contentSecurityPolicy(more: Readonly<Record<string, string>> = {}): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      // Last, to hash the final inline scripts and styles.
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

/** The policy that allows the inline scripts and styles of `html` by hash. */
export function policy(html = '', more: Readonly<Record<string, string>> = {}): string {
  const inlineOf = (tag: string) =>
    [...html.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map((match) => match[1] ?? '');
  const hashes = (texts: readonly string[]) =>
    texts.map((text) => ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`).join('');
  const directives: Readonly<Record<string, string>> = {
    'default-src': "'none'",
    'script-src': `'self'${hashes(inlineOf('script'))}`,
    'style-src': `'self'${hashes(['', ...inlineOf('style')])}`,
    'img-src': "'self' https:",
    'connect-src': "'self' https:",
    'worker-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    // The app uses no DOM sinks that would need a Trusted Types policy.
    'require-trusted-types-for': "'script'",
    'trusted-types': "'none'",
    ...more,
  };
  return Object.entries(directives)
    .map((directive) => directive.join(' '))
    .join('; ');
}

/** The policy in a built page's meta element; empty without one. */
export function policyIn(html: string): string {
  const meta = /<meta[^>]+http-equiv="content-security-policy"[^>]*>/i.exec(html)?.[0] ?? '';
  return (/content="([^"]*)"/i.exec(meta)?.[1] ?? '').replaceAll('&#39;', "'");
}

/**
 * A built page's policy as a header, with `frame-ancestors`, which a meta element cannot have. Restricts connections and
 * images to the origins of `connect` and `images` (URLs or paths). The browser enforces both policies.
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
