import { spawn } from 'node:child_process';
import { request } from 'node:http';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask, createTestBench, folderWith } from './test-helpers.ts';

const bench = createTestBench();
afterEach(() => bench.cleanUp());

describe('a running server', () => {
  it('says which port it took', async () => {
    const { url } = await bench.serve();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await ask(`${url}/api/v2/health`)).status).toBe(200);
  });

  it('does not start on a port that is taken', async () => {
    const { url } = await bench.serve();
    await expect(bench.serve({ port: Number(new URL(url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('closes although a request is open and a connection is kept, and closes twice', async () => {
    let arrived: () => void = () => undefined;
    const arrival = new Promise<void>((done) => {
      arrived = done;
    });
    const server = await bench.serve({}, () => {
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

  it('answers an address that is none with 400, and survives it', async () => {
    const { url } = await bench.serve();
    expect((await ask(`${url}/%E0%A4%A`)).status).toBe(400);
    expect((await ask(`${url}/`, { headers: { accept: 'text/html', host: 'a b"c' } })).status).toBe(200);
    expect((await ask(`${url}/api/v2/health`, { headers: { host: 'a b"c' } })).status).toBe(200);
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

  it.each(['SIGTERM', 'SIGINT'] as const)('ends with 0 on %s', async (signal) => {
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
  ])('ends with 2 and one sentence on %j', async (env) => {
    const { exit, texts } = start(env);
    expect(await exit).toBe(2);
    expect(texts().err.trim().split('\n')).toHaveLength(1);
    expect(texts().out).toBe('');
  });

  it('ends with 1 and one sentence on a port that is taken', async () => {
    const { url } = await bench.serve();
    const { exit, texts } = start({ PORT: new URL(url).port });
    expect(await exit).toBe(1);
    expect(texts().err).toMatch(/^Port \d+ on 127\.0\.0\.1 is in use by another program: .*\n$/);
  });
});
