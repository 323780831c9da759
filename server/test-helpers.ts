import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
  request,
  type ServerResponse,
} from 'node:http';
import { type AddressInfo, connect, createServer as createSocketServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type RunningServer, type ServerOptions, startServerWith } from './start-server.ts';

type Fetch = (request: Request) => Response | Promise<Response>;

/** Starts servers for a test; call `cleanUp` after each test. */
export function createTestServers() {
  const cleanUps: (() => Promise<void> | void)[] = [];

  /** Listens on a free loopback port until the test ends. Returns the URL. */
  async function listen(server: Server, closeConnections: () => void): Promise<URL> {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    cleanUps.push(
      () =>
        new Promise((resolve) => {
          server.close(() => resolve());
          closeConnections();
        }),
    );
    return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/kiss/v2`);
  }

  return {
    async cleanUp(): Promise<void> {
      for (const close of cleanUps.splice(0).reverse()) await close();
    },

    /** Starts the server on a free port with a facility made of the given functions. */
    async serve(
      options: Partial<ServerOptions> = {},
      fetch: Fetch = () => Response.json({ of: 'the api' }),
      control: Fetch = () => Response.json({ of: 'the control API' }),
    ): Promise<RunningServer<unknown>> {
      const facility = {
        fetch: async (asked: Request) => fetch(asked),
        control: async (asked: Request) => control(asked),
        close: () => undefined,
      };
      const server = await startServerWith(() => facility, {
        host: '127.0.0.1',
        port: 0,
        dist: options.dist ?? folderWith({ 'index.html': '<p>The app</p>' }),
        closeGraceMs: 0,
        ...options,
      });
      cleanUps.push(() => server.close());
      return server;
    },

    /** Starts an HTTP server as the upstream of a proxy. Returns its URL. */
    async upstream(listener: RequestListener): Promise<URL> {
      const server = createServer(listener);
      return listen(server, () => server.closeAllConnections());
    },

    /** Starts a TCP server as an upstream; `onData` gets the data of each connection. */
    async socketUpstream(onData: (socket: Socket, text: string) => void): Promise<URL> {
      const sockets = new Set<Socket>();
      const server = createSocketServer((socket) => {
        sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('data', (bytes) => onData(socket, bytes.toString('latin1')));
      });
      return listen(server, () => {
        for (const socket of sockets) socket.destroy();
      });
    },
  };
}

/** Creates a temporary folder with these files, by path. It is removed when the process ends. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'door-access-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** A response as received: not decompressed, with a flag for truncation. */
export type RawAnswer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly truncated: boolean;
};

/**
 * Sends a request unchanged, unlike fetch: without redirects and decompression, and with any header. A POST defaults to
 * JSON. Rejects when no response arrives.
 */
export function ask(
  url: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<RawAnswer> {
  const sent = method === 'POST' ? { 'content-type': 'application/json', ...headers } : headers;
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers: sent, agent: false }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('error', () => undefined);
      res.on('close', () => {
        resolve({
          status: res.statusCode ?? 0,
          headers: res.headers,
          body: Buffer.concat(chunks),
          truncated: !res.complete,
        });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** Sends raw text to a server, for paths that HTTP clients would normalise. Resolves with everything received. */
export function askRaw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on('data', (chunk) => {
      answer += chunk.toString();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });
}

/** Reads the whole body of a request. */
export async function bodyOf(req: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of req) text += String(chunk);
  return text;
}

/** Resolves when the connection of this response closes. */
export function whenClosed(res: ServerResponse): Promise<void> {
  return new Promise((resolve) => res.once('close', () => resolve()));
}
