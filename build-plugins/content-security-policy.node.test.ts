import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, policy } from './content-security-policy.ts';

const rules = new Map(
  policy()
    .split('; ')
    .map((rule) => [rule.split(' ')[0] ?? '', rule.split(' ').slice(1)] as const),
);
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('the page’s Content-Security-Policy', () => {
  it('lets nothing in that is not named', () => {
    expect(rules.get('default-src')).toEqual(["'none'"]);
    expect(rules.get('base-uri')).toEqual(["'none'"]);
    expect(rules.get('form-action')).toEqual(["'none'"]);
    expect(rules.get('script-src')).toEqual(["'self'"]);
  });

  it('turns no text into code, and starts no worker', () => {
    expect(rules.get('require-trusted-types-for')).toEqual(["'script'"]);
    expect(rules.get('trusted-types')).toEqual(["'none'"]);
    expect(rules.get('worker-src')).toEqual(["'none'"]);
    expect(rules.get('img-src')).toEqual(["'self'", 'https:']);
    expect([rules.has('font-src'), rules.has('manifest-src')]).toEqual([false, false]);
  });

  it('has directives replaced by those of the same name', () => {
    const demo = policy('', { 'worker-src': "'self'", 'frame-src': "'self'" });
    expect(demo).toContain("worker-src 'self'");
    expect(demo).toContain("frame-src 'self'");
    expect(demo).not.toContain("worker-src 'none'");
  });

  it.each(['unsafe-inline', 'unsafe-eval', 'unsafe-hashes', 'http:', 'data:', ' *'])('does not say %s', (word) => {
    expect(policy()).not.toContain(word);
  });

  it('allows an empty style, which a library fills by script', () => {
    expect(rules.get('style-src')).toEqual(["'self'", hashOf('')]);
  });

  it('allows what stands in the page itself by its hash, to the letter, and a file by its origin', () => {
    const page = '<style>a{}</style><script>boot()</script><script type="module" src="/a.js"></script>';
    expect(policy(page)).toContain(`script-src 'self' ${hashOf('boot()')};`);
    expect(policy(page)).toContain(` ${hashOf('a{}')};`);
    expect(policy(page)).not.toContain('unsafe');
  });

  it('lets the app reach an API elsewhere only under https', () => {
    expect(rules.get('connect-src')).toEqual(["'self'", 'https:']);
  });

  it('is the first thing in the head of a built page, and of no other', () => {
    const plugin = contentSecurityPolicy();
    expect(plugin.apply).toBe('build');
    const { handler } = plugin.transformIndexHtml as unknown as { handler(html: string): unknown[] };
    expect(handler('<head></head>')).toEqual([
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policy() },
        injectTo: 'head-prepend',
      },
    ]);
  });
});
