import type { HostTime } from './clock.ts';
import { ConnectionDropped } from './http.ts';

/** A failure to inject into calls of a route. */
export type Fault = {
  /** Undefined matches any method. */
  readonly method: string | undefined;
  /** Full path; `:name` matches one segment, a final `*` matches the rest. */
  readonly pattern: string;
  /** The first call that the fault applies to; 1 is the first call after the fault was added. */
  readonly nth: number;
  /** The number of calls that the fault applies to; null is unlimited. */
  readonly times: number | null;
  /** Status of a replacement response; undefined keeps the real response. */
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** A string is sent as text, anything else as JSON. */
  readonly body: unknown;
  /** Size of a filler body that replaces `body`, in bytes. */
  readonly bodyBytes: number | undefined;
  /** With a replacement response: `before` runs the real handler first. */
  readonly applied: 'before' | 'after' | undefined;
  /** Delay before the request is handled, in ms of host time. */
  readonly delayMs: number;
  /** Drops the connection before the request is handled, or after it is handled and before the response. */
  readonly drop: 'before' | 'after' | undefined;
  /** Drops the connection after this many bytes of the body. */
  readonly truncate: number | undefined;
  /** Sends no response until the client aborts. */
  readonly never: boolean;
  /** Delay between chunks of the body, in ms of host time; 0 for none. */
  readonly dripMs: number;
};

type ActiveFault = Fault & { seen: number; played: number };

/** The faults that were added. */
export function createFaults() {
  let faults: ActiveFault[] = [];
  return {
    add: (fault: Fault) => void faults.push({ ...fault, seen: 0, played: 0 }),
    list: (): readonly ActiveFault[] => faults,
    clear(): void {
      faults = [];
    },
    /** Counts this call and returns the fault that applies to it. */
    take(method: string, path: string): Fault | undefined {
      let found: ActiveFault | undefined;
      for (const fault of faults) {
        if (!matches(fault, method, path)) continue;
        fault.seen += 1;
        if (!found && fault.seen >= fault.nth && (fault.times === null || fault.played < fault.times)) found = fault;
      }
      if (found) found.played += 1;
      return found;
    },
  };
}

export type Faults = ReturnType<typeof createFaults>;

function matches({ method, pattern }: Fault, requestMethod: string, path: string): boolean {
  if (method !== undefined && method !== requestMethod) return false;
  const wanted = pattern.split('/');
  const given = path.split('/');
  for (const [index, segment] of wanted.entries()) {
    if (segment === '*' && index === wanted.length - 1) return given.length > index;
    if (given[index] === undefined || (!segment.startsWith(':') && segment !== given[index])) return false;
  }
  return wanted.length === given.length;
}

/**
 * Handles a request with a fault applied.
 *
 * @throws {ConnectionDropped} when the fault drops the connection
 */
export async function applyFault(
  fault: Fault,
  request: Request,
  answer: (request: Request) => Promise<Response>,
  host: HostTime,
): Promise<Response> {
  if (fault.delayMs > 0) await hostWait(host, fault.delayMs);
  if (fault.never) {
    await aborted(request.signal);
    throw new ConnectionDropped();
  }
  if (fault.drop === 'before') throw new ConnectionDropped();
  const isReplaced = fault.status !== undefined;
  const real = isReplaced && fault.applied !== 'before' ? undefined : await answer(request);
  if (fault.drop === 'after') throw new ConnectionDropped();
  const response = isReplaced || !real ? replacement(fault) : withHeaders(real, fault.headers);
  return throttled(response, fault, host);
}

function replacement({ status = 200, headers, ...fault }: Fault): Response {
  const body = fault.bodyBytes === undefined ? fault.body : 'x'.repeat(fault.bodyBytes);
  const isText = typeof body === 'string';
  const given = new Headers({ 'content-type': isText ? 'text/plain' : 'application/json', ...headers });
  const isEmpty = body === undefined || status === 204 || status === 304;
  return new Response(isEmpty ? null : isText ? body : JSON.stringify(body), { status, headers: given });
}

function withHeaders(response: Response, headers: Readonly<Record<string, string>>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/** Truncates the body, or sends it in small chunks. */
function throttled(response: Response, { truncate, dripMs }: Fault, host: HostTime): Response {
  if (truncate === undefined && dripMs === 0) return response;
  const source = response.body?.getReader();
  let left = truncate ?? Number.POSITIVE_INFINITY;
  let chunk = new Uint8Array();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      while (chunk.length === 0) {
        const next = await source?.read();
        if (!next || next.done) {
          // A body shorter than `truncate` still ends in a dropped connection.
          if (truncate === undefined) controller.close();
          else controller.error(new ConnectionDropped());
          return;
        }
        chunk = next.value;
      }
      if (left <= 0) return controller.error(new ConnectionDropped());
      if (dripMs > 0) await hostWait(host, dripMs);
      const size = Math.min(chunk.length, dripMs > 0 ? 16 : chunk.length, left);
      controller.enqueue(chunk.slice(0, size));
      chunk = chunk.slice(size);
      left -= size;
    },
  });
  return new Response(body, { status: response.status, headers: response.headers });
}

function hostWait(host: HostTime, ms: number): Promise<void> {
  return new Promise((resolve) => {
    host.setTimer(resolve, ms);
  });
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
