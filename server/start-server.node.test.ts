import { spawn } from 'node:child_process';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask, askRaw, createTestServers, folderWith } from './test-helpers.ts';

const servers = createTestServers();
afterEach(() => servers.cleanUp());

describe('a running server', () => {
  it('reports the port it picked', async () => {
    const { url } = await servers.serve();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await ask(`${url}/api/v2/health`)).status).toBe(200);
  });

  it('does not start on a port in use', async () => {
    const { url } = await servers.serve();
    await expect(servers.serve({ port: Number(new URL(url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('closes with an open request and a kept-alive connection, and can be closed twice', async () => {
    let arrived: () => void = () => undefined;
    const arrival = new Promise<void>((done) => {
      arrived = done;
    });
    const server = await servers.serve({}, () => {
      arrived();
      return new Promise<Response>(() => undefined);
    });
    await fetch(`${server.url}/`, { headers: { accept: 'text/html' } }).then((res) => res.text());
    const open = request(`${server.url}/api/v2/access`);
    const ended = new Promise<void>((done) => open.on('error', () => done()));
    open.end();
    await arrival;
    await Promise.all([server.close(), server.close(), ended]);
    await expect(ask(`${server.url}/`)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('answers an invalid URL with 400 and keeps running', async () => {
    const { url } = await servers.serve();
    expect((await ask(`${url}/%E0%A4%A`)).status).toBe(400);
    // RFC 9112, 3.2: a request with an invalid Host gets a 400.
    expect((await ask(`${url}/`, { headers: { accept: 'text/html', host: 'a b"c' } })).status).toBe(400);
    expect((await ask(`${url}/api/v2/health`, { headers: { host: 'a b"c' } })).status).toBe(400);
    expect((await ask(`${url}/api/v2/health`)).status).toBe(200);
  });

  it.each([
    ['the head', 'GET /api/v2/health HTTP/1.1\r\nHost: 127.0.0.1\r\n'],
    [
      'the body',
      'POST /api/v2/auth/phone HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
    ],
  ])('closes a connection when %s of a request does not arrive', async (_, part) => {
    const limits = { headerMs: 40, requestMs: 60, checkMs: 10 };
    const { url } = await servers.serve({ limits }, async (asked) => Response.json(await asked.text()));
    expect(await askRaw(url, part)).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('limits the number of connections', async () => {
    const { url } = await servers.serve({ limits: { connections: 1 } });
    const { port } = new URL(url);
    const first = connect(Number(port), '127.0.0.1');
    await new Promise((connected) => first.once('connect', connected));
    const dropped = await new Promise((ended) =>
      connect(Number(port), '127.0.0.1').once('close', () => ended('dropped')),
    );
    expect([dropped, first.destroyed]).toEqual(['dropped', false]);
    first.destroy();
  });
});

describe('the bundled server', () => {
  let main = '';

  beforeAll(async () => {
    const folder = folderWith({ 'dist/index.html': '<p>The app</p>' });
    const outDir = join(folder, 'build/server');
    const root = resolve(import.meta.dirname, '..');
    await build({ root, configFile: join(root, 'vite.server.config.ts'), logLevel: 'error', build: { outDir } });
    main = join(outDir, 'main.js');
  }, 60_000);

  function start(env: Record<string, string>) {
    const child = spawn(process.execPath, [main], { env: { PATH: process.env.PATH ?? '', ...env } });
    let [out, err] = ['', ''];
    const ready = new Promise<string>((done) => {
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString();
        const url = /^ready (\S+)$/m.exec(out)?.[1];
        if (url) done(url);
      });
    });
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    const exit = new Promise<number | null>((done) => child.once('close', done));
    return { child, ready, exit, texts: () => ({ out, err }) };
  }

  it.each(['SIGTERM', 'SIGINT'] as const)('exits with 0 on %s', async (signal) => {
    const { child, ready, exit, texts } = start({ PORT: '0' });
    await fetch(await ready).then((res) => res.text());
    child.kill(signal);
    expect(await exit).toBe(0);
    expect(texts().out.match(/^ready /gm)).toHaveLength(1);
    expect(texts().err).toBe('');
  });

  it.each([
    { PORT: 'abc' },
    { API_BASE: 'nonsense' },
    { GATEWAY_BASE: 'http://127.0.0.1:9/' },
    { BRAND: 'elm' },
    { CONFIG: '/not/there.json' },
    { HOST: '0.0.0.0' },
    { TRUST_PROXY: 'everybody' },
  ])('exits with 2 and one sentence for %j', async (env) => {
    const { exit, texts } = start(env);
    expect(await exit).toBe(2);
    expect(texts().err.trim().split('\n')).toHaveLength(1);
    expect(texts().out).toBe('');
  });

  it('exits with 1 and one sentence for a host that is not on this machine', async () => {
    const { exit, texts } = start({ PORT: '0', HOST: '192.0.2.1', INSECURE_HTTP: '1' });
    expect(await exit).toBe(1);
    expect(texts().err).toMatch(/^HOST is not an address of this machine .*\n$/);
  });

  it('proxies to a real API with the bundle alone', async () => {
    const apiBase = await servers.upstream((_req, res) => res.end('{"of":"the real api"}'));
    const { child, ready, exit, texts } = start({ PORT: '0', API_BASE: apiBase.href });
    expect((await ask(`${await ready}/api/v2/tenant/access`)).body.toString()).toBe('{"of":"the real api"}');
    child.kill('SIGTERM');
    expect([await exit, texts().err]).toEqual([0, '']);
  });

  it('prints the token of the control API', async () => {
    const { child, ready, texts } = start({ PORT: '0' });
    const url = await ready;
    const token = /token ([\da-f]{32})$/m.exec(texts().out)?.[1];
    const headers = { via: '1.1 proxy', authorization: `Bearer ${token}` };
    expect((await ask(`${url}/__facility/journal`, { headers })).status).toBe(200);
    child.kill('SIGTERM');
  });

  it('exits with 1 and one sentence for a port in use', async () => {
    const { url } = await servers.serve();
    const { exit, texts } = start({ PORT: new URL(url).port });
    expect(await exit).toBe(1);
    expect(texts().err).toMatch(/^PORT is in use by another program \(.*127\.0\.0\.1:\d+\): .*\n$/);
  });
});
