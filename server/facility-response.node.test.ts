import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { ConnectionDropped } from '../src/facility/index.ts';
import { ask, createTestServers, folderWith } from './test-helpers.ts';

const servers = createTestServers();
afterEach(() => servers.cleanUp());

function bodyThat(act: (controller: ReadableStreamDefaultController<Uint8Array>) => void): ReadableStream<Uint8Array> {
  return new ReadableStream({ start: act });
}

const bytes = (text: string) => new TextEncoder().encode(text);

describe('the simulated facility behind a real connection', () => {
  it('passes on method, path, query, headers and body, and returns status, headers and body', async () => {
    let seen: unknown;
    const { url } = await servers.serve({}, async (asked) => {
      const { pathname, search } = new URL(asked.url);
      seen = [asked.method, pathname + search, asked.headers.get('authorization'), await asked.text()];
      return Response.json(
        { a: 1 },
        { status: 422, headers: { 'retry-after': '7', date: 'Mon, 05 Jan 2026 12:00:00 GMT' } },
      );
    });
    const answer = await ask(`${url}/api/v2/locks/x%20y/logs?a=1`, {
      method: 'POST',
      headers: { authorization: 'Bearer t' },
      body: '{"b":2}',
    });
    expect(seen).toEqual(['POST', '/api/v2/locks/x%20y/logs?a=1', 'Bearer t', '{"b":2}']);
    expect(answer.status).toBe(422);
    expect(answer.headers['retry-after']).toBe('7');
    expect(answer.headers.date).toBe('Mon, 05 Jan 2026 12:00:00 GMT');
    expect(answer.body.toString()).toBe('{"a":1}');
  });

  it('answers 304 and HEAD without a body', async () => {
    const { url } = await servers.serve({}, ({ method }) =>
      method === 'HEAD' ? Response.json({ a: 1 }) : new Response(null, { status: 304, headers: { etag: '"7"' } }),
    );
    const fresh = await ask(`${url}/api/v2/access`);
    expect([fresh.status, fresh.headers.etag, fresh.body.length]).toEqual([304, '"7"', 0]);
    const head = await ask(`${url}/api/v2/access`, { method: 'HEAD' });
    expect([head.status, head.body.length, head.truncated]).toEqual([200, 0, false]);
  });

  it('drops the connection without a response when the facility does', async () => {
    const { url } = await servers.serve({}, () => Promise.reject(new ConnectionDropped()));
    await expect(ask(`${url}/gateway/locks/l1/open`, { method: 'POST' })).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it.each([
    ['in the middle', ['{"units":', undefined]],
    ['before the first byte', [undefined]],
  ])('truncates the response when the body errors %s', async (_, parts) => {
    const { url } = await servers.serve({}, () => {
      const body = bodyThat((controller) => {
        for (const part of parts)
          part === undefined ? controller.error(new Error('cut')) : controller.enqueue(bytes(part));
      });
      return new Response(body, { headers: { 'content-type': 'application/json' } });
    });
    const answer = await ask(`${url}/api/v2/access`, { headers: { 'accept-encoding': 'br, gzip' } });
    expect(answer.status).toBe(200);
    expect(answer.truncated).toBe(true);
  });

  it('sends the part of a body before its error', async () => {
    let pulls = 0;
    const { url } = await servers.serve({}, () => {
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          pulls += 1;
          if (pulls === 1) controller.enqueue(bytes('{"units":'));
          else controller.error(new Error('cut'));
        },
      });
      return new Response(body);
    });
    const answer = await ask(`${url}/api/v2/access`);
    expect([answer.body.toString(), answer.truncated]).toEqual(['{"units":', true]);
  });

  it.each([
    ['shorter', '100'],
    ['longer', '3'],
  ])('truncates the response when the body is %s than its Content-Length', async (_, length) => {
    const { url } = await servers.serve({}, () => new Response('{"a":1}', { headers: { 'content-length': length } }));
    const answer = await ask(`${url}/api/v2/access`);
    expect([answer.status, answer.truncated]).toEqual([200, true]);
  });

  it('streams a body chunk by chunk', async () => {
    let more: () => void = () => undefined;
    const { url } = await servers.serve({}, () => {
      const body = bodyThat((controller) => {
        controller.enqueue(bytes('first '));
        more = () => {
          controller.enqueue(bytes('second'));
          controller.close();
        };
      });
      return new Response(body, { headers: { 'content-type': 'text/plain' } });
    });
    const res = await fetch(`${url}/api/v2/access`);
    const reader = res.body?.getReader();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('first ');
    more();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('second');
  });

  it('aborts the facility’s request when the client disconnects, and serves the next one', async () => {
    const lines: string[] = [];
    let arrived: () => void = () => undefined;
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    let aborted: Promise<void> | undefined;
    const { url } = await servers.serve({ log: (line) => lines.push(line) }, (asked) => {
      if (asked.method === 'GET') return Response.json({});
      aborted = new Promise((resolve) => asked.signal.addEventListener('abort', () => resolve()));
      arrived();
      return aborted.then(() => Promise.reject(new Error('aborted')));
    });
    const headers = { 'content-type': 'application/json' };
    const asked = request(`${url}/gateway/locks/l1/open`, { method: 'POST', headers });
    asked.on('error', () => undefined);
    asked.end();
    await arrival;
    asked.destroy();
    await aborted;
    expect((await ask(`${url}/api/v2/health`)).status).toBe(200);
    expect(lines).toEqual([]);
  });

  it('answers 500 and logs it when the facility throws', async () => {
    const lines: string[] = [];
    const { url } = await servers.serve({ log: (line) => lines.push(line) }, () => {
      throw new Error('a defect');
    });
    expect((await ask(`${url}/api/v2/access`)).status).toBe(500);
    expect(lines.join()).toContain('a defect');
  });

  it('rejects a body over 256 KiB', async () => {
    const { url } = await servers.serve({}, async (asked) => Response.json(await asked.text()));
    const answer = await ask(`${url}/api/v2/auth/phone`, { method: 'POST', body: 'x'.repeat(256 * 1024 + 1) });
    expect(answer.status).toBe(413);
  });

  it('serves the paths that the configuration names', async () => {
    const paths: string[] = [];
    const config = { system: 'kiss', api: { base: '/tenants/' }, opener: { kind: 'gateway', base: '/open' } };
    const dist = folderWith({ 'index.html': '', 'config.json': JSON.stringify(config) });
    const { url } = await servers.serve({ dist }, (asked) => {
      paths.push(new URL(asked.url).pathname);
      return Response.json({});
    });
    await ask(`${url}/tenants/tenant/access`);
    await ask(`${url}/open/locks/l1/open`, { method: 'POST', body: '{}' });
    expect(paths).toEqual(['/api/v2/tenant/access', '/gateway/locks/l1/open']);
  });

  it('gets no request with an undocumented method', async () => {
    let reached = 0;
    const { url } = await servers.serve({}, () => {
      reached += 1;
      return Response.json({});
    });
    expect((await ask(`${url}/api/v2/access`, { method: 'TRACE' })).status).toBe(405);
    expect((await ask(`${url}/__facility/journal`, { method: 'TRACE' })).status).toBe(405);
    expect(reached).toBe(0);
  });
});
