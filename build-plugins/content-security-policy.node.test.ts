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
  it('denies everything that it does not list', () => {
    expect(rules.get('default-src')).toEqual(["'none'"]);
    expect(rules.get('base-uri')).toEqual(["'none'"]);
    expect(rules.get('form-action')).toEqual(["'none'"]);
    expect(rules.get('script-src')).toEqual(["'self'"]);
  });

  it('requires trusted types, and allows no workers', () => {
    expect(rules.get('require-trusted-types-for')).toEqual(["'script'"]);
    expect(rules.get('trusted-types')).toEqual(["'none'"]);
    expect(rules.get('worker-src')).toEqual(["'none'"]);
    expect(rules.get('img-src')).toEqual(["'self'", 'https:']);
    expect([rules.has('font-src'), rules.has('manifest-src')]).toEqual([false, false]);
  });

  it('replaces directives of the same name', () => {
    const demo = policy('', { 'worker-src': "'self'", 'frame-src': "'self'" });
    expect(demo).toContain("worker-src 'self'");
    expect(demo).toContain("frame-src 'self'");
    expect(demo).not.toContain("worker-src 'none'");
  });

  it.each(['unsafe-inline', 'unsafe-eval', 'unsafe-hashes', 'http:', 'data:', ' *'])('does not contain %s', (word) => {
    expect(policy()).not.toContain(word);
  });

  it('allows an empty style element, which a library fills by script', () => {
    expect(rules.get('style-src')).toEqual(["'self'", hashOf('')]);
  });

  it('allows inline scripts and styles by hash, and files by origin', () => {
    const page = '<style>a{}</style><script>boot()</script><script type="module" src="/a.js"></script>';
    expect(policy(page)).toContain(`script-src 'self' ${hashOf('boot()')};`);
    expect(policy(page)).toContain(` ${hashOf('a{}')};`);
    expect(policy(page)).not.toContain('unsafe');
  });

  it('allows an API on another origin only over https', () => {
    expect(rules.get('connect-src')).toEqual(["'self'", 'https:']);
  });

  it('is the first element in the head, and only of a built page', () => {
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
