import { createServer, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of the same origin that is not part of the app. */
export const ELSEWHERE = '/elsewhere';

/** A proxy for the app's server that counts requests and can delay them. */
export type TestProxy = {
  /** Such as `http://127.0.0.1:4173`. */
  readonly url: string;
  /** The number of requests whose path matches. */
  count(path: RegExp): number;
  /** Delays matching requests until they are released. */
  hold(path: RegExp): Hold;
  close(): Promise<void>;
};

export type Hold = {
  /** The number of held requests, including aborted ones. */
  pending(): number;
  /** The number of held requests that the browser has aborted. */
  aborted(): number;
  release(): void;
};

/** Starts a proxy on a free loopback port. */
export async function startProxy(targetUrl: string): Promise<TestProxy> {
  const target = new URL(targetUrl);
  const paths: string[] = [];
  const holds = new Set<{ path: RegExp; add(response: ServerResponse, forward: () => void): void }>();
  const server = createServer((incoming, response) => {
    const { url: path = '/', method, headers } = incoming;
    paths.push(path);
    const forward = () => {
      if (path.startsWith(ELSEWHERE)) return response.setHeader('content-type', 'text/html').end('<h1>Elsewhere</h1>');
      const outgoing = request({ host: target.hostname, port: target.port, path, method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(response);
      });
      outgoing.on('error', () => response.destroy());
      response.on('close', () => outgoing.destroy());
      incoming.pipe(outgoing);
    };
    const hold = [...holds].find((known) => known.path.test(path));
    if (hold) hold.add(response, forward);
    else forward();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    count: (path) => paths.filter((one) => path.test(one)).length,
    hold(path) {
      const held: { response: ServerResponse; forward: () => void }[] = [];
      const hold = { path, add: (response: ServerResponse, forward: () => void) => held.push({ response, forward }) };
      holds.add(hold);
      return {
        pending: () => held.length,
        aborted: () => held.filter(({ response }) => response.destroyed).length,
        release() {
          holds.delete(hold);
          for (const { response, forward } of held) if (!response.destroyed) forward();
        },
      };
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
