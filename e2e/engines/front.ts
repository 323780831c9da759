import { createServer, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of the same origin that is no part of the app. */
export const ELSEWHERE = '/elsewhere';

/** Stands before the app's server: counts what the browser asks for, and keeps answers back. */
export type Front = {
  /** Such as `http://127.0.0.1:4173`. */
  readonly url: string;
  /** How many requests for a path (a pattern) came. */
  count(path: RegExp): number;
  /** Keeps the requests for a path back from now on; the answer lets them go, those to come included. */
  hold(path: RegExp): Hold;
  close(): Promise<void>;
};

export type Hold = {
  /** How many are being kept back, those that the browser has given up included. */
  kept(): number;
  /** How many of them the browser has given up. */
  givenUp(): number;
  letGo(): void;
};

/** A front on a free loopback port. */
export async function startFront(behind: string): Promise<Front> {
  const target = new URL(behind);
  const seen: string[] = [];
  const holds = new Set<{ path: RegExp; add(response: ServerResponse, pass: () => void): void }>();
  const server = createServer((incoming, response) => {
    const { url: path = '/', method, headers } = incoming;
    seen.push(path);
    const pass = () => {
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
    if (hold) hold.add(response, pass);
    else pass();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    count: (path) => seen.filter((one) => path.test(one)).length,
    hold(path) {
      const kept: { response: ServerResponse; pass: () => void }[] = [];
      const hold = { path, add: (response: ServerResponse, pass: () => void) => kept.push({ response, pass }) };
      holds.add(hold);
      return {
        kept: () => kept.length,
        givenUp: () => kept.filter(({ response }) => response.destroyed).length,
        letGo() {
          holds.delete(hold);
          for (const { response, pass } of kept) if (!response.destroyed) pass();
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
