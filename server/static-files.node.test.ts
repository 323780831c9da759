import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { ask, askRaw, createTestBench, folderWith } from './test-helpers.ts';

const bench = createTestBench();
afterEach(() => bench.cleanUp());

const script = `console.log(${JSON.stringify('door '.repeat(1000))});`;
const page = { accept: 'text/html,application/xhtml+xml' };

async function serveApp() {
  const outside = folderWith({
    'secret.txt': 'a secret',
    'dist/index.html': '<p>The app</p>',
    'dist/assets/app-1a2b.js': script,
    'dist/config.json': '{"system":"kiss"}',
    'dist/.vite/manifest.json': '{}',
  });
  const dist = join(outside, 'dist');
  return { dist, ...(await bench.serve({ dist })) };
}

describe('the built app', () => {
  it('is served at the root, revalidated each time, with the headers that a page needs', async () => {
    const { url } = await serveApp();
    const { status, headers, body } = await ask(`${url}/`, { headers: page });
    expect([status, body.toString()]).toEqual([200, '<p>The app</p>']);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy': "frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(headers['permissions-policy']).toContain('otp-credentials=(self)');
  });

  it.each(['/sign-in/code', '/doors/BL_01-7', '/doors/unit.7', '/nowhere'])(
    'is what a reload at %s gets',
    async (path) => {
      const { url } = await serveApp();
      const answer = await ask(url + path, { headers: page });
      expect([answer.status, answer.body.toString()]).toEqual([200, '<p>The app</p>']);
    },
  );

  it('is not given for a script that is gone after a deploy', async () => {
    const { url } = await serveApp();
    for (const path of ['/assets/gone-9z.js', '/assets/gone', '/favicon.ico']) {
      expect((await ask(url + path, { headers: page })).status, path).toBe(404);
    }
    expect((await ask(`${url}/doors/x`, { headers: { accept: 'image/*' } })).status).toBe(404);
  });

  it('has assets that are kept for ever and travel compressed', async () => {
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
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.headers.etag).not.toBe(answer.headers.etag);
  });

  it('is not sent again to whoever has it, until it changes', async () => {
    const { url, dist } = await serveApp();
    const { etag = '' } = (await ask(`${url}/`, { headers: page })).headers;
    const again = await ask(`${url}/`, { headers: { ...page, 'if-none-match': `W/${etag}` } });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);
    writeFileSync(join(dist, 'index.html'), '<p>A newer app</p>');
    const newer = await ask(`${url}/`, { headers: { ...page, 'if-none-match': etag } });
    expect([newer.status, newer.body.toString()]).toEqual([200, '<p>A newer app</p>']);
  });

  it('answers HEAD like GET, without the body, and refuses to be written to', async () => {
    const { url } = await serveApp();
    const head = await ask(`${url}/`, { method: 'HEAD', headers: page });
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, '14', 0]);
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
  ])('keeps what lies outside and the hidden files to itself: %s', async (path) => {
    const { url } = await serveApp();
    const answer = await askRaw(url, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(answer).not.toContain('a secret');
  });
});

describe('the runtime configuration', () => {
  it('is the file in the build unless another is named', async () => {
    const { url } = await serveApp();
    const answer = await ask(`${url}/config.json`);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body.toString()).toBe('{"system":"kiss"}');
  });

  it('is served as it is, broken or not, as it stands at each request', async () => {
    const configPath = join(folderWith({ 'mine.json': '{"system": ' }), 'mine.json');
    const { url } = await bench.serve({ configPath });
    const broken = await ask(`${url}/config.json`);
    expect([broken.status, broken.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
    expect(broken.body.toString()).toBe('{"system": ');
    writeFileSync(configPath, '{"system":"kiss","brand":{"name":"Mine"}}');
    expect((await ask(`${url}/config.json`)).body.toString()).toContain('Mine');
  });
});
