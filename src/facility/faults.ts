import type { HostTime } from './clock.ts';
import { ConnectionDropped } from './http.ts';

/** Trouble on the way, played on calls of a route. */
export type Fault = {
  /** Undefined is any method. */
  readonly method: string | undefined;
  /** Whole path; `:name` stands for one segment, a final `*` for all the rest. */
  readonly pattern: string;
  /** From which call on, counted from 1 since the fault was set. */
  readonly nth: number;
  /** How often; null is for ever. */
  readonly times: number | null;
  /** Another answer instead of the real one; undefined leaves the real one. */
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** Text as it is, anything else as JSON. */
  readonly body: unknown;
  /** A body of so many bytes that mean nothing, instead of `body`. */
  readonly bodyBytes: number | undefined;
  /** Where another answer is given: whether the real work is done first. */
  readonly applied: 'before' | 'after' | undefined;
  /** Host time before anything else happens, in ms. */
  readonly delayMs: number;
  /** The connection ends before the request is looked at, or after the work is done and before it is answered. */
  readonly drop: 'before' | 'after' | undefined;
  /** The connection ends after so many bytes of the answer's body. */
  readonly truncate: number | undefined;
  /** No answer at all, until the client gives up. */
  readonly never: boolean;
  /** Host time between the bytes of the answer's body, in ms; 0 does not drip. */
  readonly dripMs: number;
};

type Active = Fault & { seen: number; played: number };

/** The faults that wait for their call. */
export function createFaults() {
  let faults: Active[] = [];
  return {
    add: (fault: Fault) => void faults.push({ ...fault, seen: 0, played: 0 }),
    list: (): readonly Active[] => faults,
    clear(): void {
      faults = [];
    },
    /** Counts this call, and gives the fault that is to be played on it. */
    take(method: string, path: string): Fault | undefined {
      let found: Active | undefined;
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

function matches({ method, pattern }: Fault, asked: string, path: string): boolean {
  if (method !== undefined && method !== asked) return false;
  const wanted = pattern.split('/');
  const given = path.split('/');
  for (const [index, segment] of wanted.entries()) {
    if (segment === '*' && index === wanted.length - 1) return given.length > index;
    if (given[index] === undefined || (!segment.startsWith(':') && segment !== given[index])) return false;
  }
  return wanted.length === given.length;
}

/**
 * Answers a request through a fault.
 *
 * @throws {ConnectionDropped} where the fault ends the connection
 */
export async function play(
  fault: Fault,
  request: Request,
  answer: (request: Request) => Promise<Response>,
  host: HostTime,
): Promise<Response> {
  if (fault.delayMs > 0) await hostWait(host, fault.delayMs);
  if (fault.never) {
    await givenUp(request.signal);
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

/** Cuts the body off, or lets it come drop by drop. */
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
          // Shorter than the cut: the connection still ends before its time.
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

function givenUp(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
