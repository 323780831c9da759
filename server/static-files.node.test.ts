import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { ask, askRaw, createTestServers, folderWith } from './test-helpers.ts';

const servers = createTestServers();
afterEach(() => servers.cleanUp());

const script = `console.log(${JSON.stringify('door '.repeat(1000))});`;
const policy = "default-src 'none'; img-src 'self' https:; connect-src 'self' https:; base-uri 'none'";
const html = `<meta http-equiv="Content-Security-Policy" content="${policy}"><p>The app</p>`;
const page = { accept: 'text/html,application/xhtml+xml' };

async function serveApp() {
  const outside = folderWith({
    'secret.txt': 'a secret',
    'dist/index.html': html,
    'dist/assets/app-1a2b.js': script,
    'dist/assets/app-1a2b.css': 'p{color:red}',
    'dist/icon.svg': '<svg/>',
    'dist/config.json': '{"system":"kiss"}',
    'dist/.vite/manifest.json': '{}',
  });
  const dist = join(outside, 'dist');
  writeFileSync(join(dist, 'assets/app-1a2b.js.br'), brotliCompressSync(script));
  return { dist, ...(await servers.serve({ dist })) };
}

describe('the built app', () => {
  it('is served at the root with revalidation and the headers of a page', async () => {
    const { url } = await serveApp();
    const { status, headers, body } = await ask(`${url}/`, { headers: page });
    expect([status, body.toString()]).toEqual([200, html]);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
    const allowed = String(headers['permissions-policy'])
      .split(', ')
      .filter((feature) => !feature.endsWith('=()'));
    expect(allowed).toEqual(['otp-credentials=(self)', 'screen-wake-lock=(self)']);
  });

  it.each(['/sign-in/code', '/doors/BL_01-7', '/doors/unit.7', '/doors/unit.json', '/nowhere'])(
    'is served for a reload at %s',
    async (path) => {
      const { url } = await serveApp();
      const answer = await ask(url + path, { headers: page });
      expect([answer.status, answer.body.toString()]).toEqual([200, html]);
    },
  );

  it('is not served in place of a script that a deploy removed', async () => {
    const { url } = await serveApp();
    for (const path of ['/assets/gone-9z.js', '/assets/gone', '/favicon.ico']) {
      expect((await ask(url + path, { headers: page })).status, path).toBe(404);
    }
    expect((await ask(`${url}/doors/x`, { headers: { accept: 'image/*' } })).status).toBe(404);
  });

  it('has immutable, compressed assets', async () => {
    const { url } = await serveApp();
    const answer = await ask(`${url}/assets/app-1a2b.js`, { headers: { 'accept-encoding': 'gzip, br' } });
    expect(answer.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
      'content-encoding': 'br',
      vary: 'Accept-Encoding',
    });
    expect(brotliDecompressSync(answer.body).toString()).toBe(script);
    const plain = await ask(`${url}/assets/app-1a2b.js`);
    expect([plain.headers['content-encoding'], plain.headers.vary]).toEqual([undefined, 'Accept-Encoding']);
    expect(plain.body.toString()).toBe(script);
  });

  it.each([
    '//assets/app-1a2b.js',
    '///assets/app-1a2b.js',
    '/assets//app-1a2b.js',
    '/assets/./app-1a2b.js',
    '/assets/x/../app-1a2b.js',
    '/assets%2fapp-1a2b.js',
    '/assets/%61pp-1a2b.js',
    '/assets\\app-1a2b.js',
    '/assets/app-1a2b.js/',
    '/assets/app-1a2b.js.br',
  ])('serves each file under one path: %s is not found', async (path) => {
    const { url } = await serveApp();
    const answer = await askRaw(url, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(answer).not.toContain('door door');
  });

  it('does not keep files in memory for unusual paths', async () => {
    const dist = folderWith({ 'index.html': html, 'assets/app.js': 'x'.repeat(400 * 1024) });
    const { url } = await servers.serve({ dist });
    const before = process.memoryUsage().arrayBuffers;
    for (let count = 2; count < 402; count += 1) {
      await askRaw(url, `GET ${'/'.repeat(count)}assets/app.js HTTP/1.0\r\n\r\n`);
    }
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 1024 * 1024);
  });

  it('answers 304 until the file changes', async () => {
    const { url, dist } = await serveApp();
    const { etag = '' } = (await ask(`${url}/`, { headers: page })).headers;
    const again = await ask(`${url}/`, { headers: { ...page, 'if-none-match': `W/${etag}` } });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);
    writeFileSync(join(dist, 'index.html'), '<p>A newer app</p>');
    const newer = await ask(`${url}/`, { headers: { ...page, 'if-none-match': etag } });
    expect([newer.status, newer.body.toString()]).toEqual([200, '<p>A newer app</p>']);
  });

  it('answers HEAD like GET without the body, and rejects other methods', async () => {
    const { url } = await serveApp();
    const head = await ask(`${url}/`, { method: 'HEAD', headers: page });
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, `${html.length}`, 0]);
    const post = await ask(`${url}/`, { method: 'POST', headers: page });
    expect([post.status, post.headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//../secret.txt',
    '/.vite/manifest.json',
    '/assets/%00',
    '/%',
  ])('serves no hidden files and no files outside the folder: %s', async (path) => {
    const { url } = await serveApp();
    const answer = await askRaw(url, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(answer).not.toContain('a secret');
  });
});

describe('security headers', () => {
  const sandbox = "default-src 'none'; sandbox";

  it.each([
    ['/config.json', sandbox],
    ['/icon.svg', sandbox],
    ['/brands/cedar/logo.svg', sandbox],
    ['/assets/app-1a2b.css', sandbox],
    ['/assets/app-1a2b.js', undefined],
    ['/assets/gone.js', sandbox],
    ['/api/v2/tenant/access', sandbox],
    ['/api/v3/nothing', sandbox],
    ['/__facility/journal', sandbox],
  ])('%s has nosniff, a same-origin resource policy and, except for scripts, a sandbox', async (path, expected) => {
    const { url } = await serveApp();
    const { headers } = await ask(url + path);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['content-security-policy']).toBe(expected);
  });

  it.each(['/', '/doors/b204'])('%s has the policy of the build as a header and cannot be framed', async (path) => {
    const { url } = await serveApp();
    const { headers } = await ask(url + path, { headers: page });
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; base-uri 'none'; connect-src 'self'; img-src 'self'; frame-ancestors 'none'",
    );
    const again = await ask(url + path, { headers: { ...page, 'if-none-match': headers.etag ?? '' } });
    expect([again.status, again.headers['content-security-policy']]).toEqual([304, headers['content-security-policy']]);
  });

  it('allows the page to connect only to the origins in the configuration', async () => {
    const configPath = join(folderWith({ 'mine.json': '' }), 'mine.json');
    const { dist } = await serveApp();
    const { url } = await servers.serve({ dist, configPath });
    const directives = async () => (await ask(`${url}/`, { headers: page })).headers['content-security-policy'];
    writeFileSync(
      configPath,
      JSON.stringify({
        api: { base: 'https://api.example/v2' },
        opener: { base: 'https://gate.example:8443/open' },
        brand: { logo: 'https://cdn.example/logo.svg' },
      }),
    );
    expect(await directives()).toContain(
      "connect-src 'self' https://api.example https://gate.example:8443; img-src 'self' https://cdn.example;",
    );
    writeFileSync(configPath, '{"brand":{"logo":"https://a.example;script-src *"},"api":{"base":7}}');
    expect(await directives()).toContain("connect-src 'self'; img-src 'self'; frame");
  });
});

describe('the runtime configuration', () => {
  it('is the file in the build unless another is set', async () => {
    const { url } = await serveApp();
    const answer = await ask(`${url}/config.json`);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body.toString()).toBe('{"system":"kiss"}');
  });

  it('is read on each request and served unchecked', async () => {
    const configPath = join(folderWith({ 'mine.json': '{"system": ' }), 'mine.json');
    const { url } = await servers.serve({ configPath });
    const broken = await ask(`${url}/config.json`);
    expect([broken.status, broken.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
    expect(broken.body.toString()).toBe('{"system": ');
    writeFileSync(configPath, '{"system":"kiss","brand":{"name":"Mine"}}');
    expect((await ask(`${url}/config.json`)).body.toString()).toContain('Mine');
  });
});
