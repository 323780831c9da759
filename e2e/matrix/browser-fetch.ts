type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

/**
 * A browser's `fetch` for a handler that throws, or errors its body, to simulate a lost connection. Rejects with the same
 * errors as a browser, can be aborted until the last byte, and follows no redirect.
 */
export function browserFetch(handle: (request: Request) => Promise<Response>): Fetch {
  return async (input, { method = 'GET', headers, body = null, signal, redirect } = {}) => {
    // The handler gets no signal: a server only notices that the body is not read further.
    const request = new Request(input, { method, body, ...(headers ? { headers } : {}) });
    const answered = handle(request).catch(() => {
      throw new TypeError('Failed to fetch');
    });
    const response = await unlessAborted(answered, signal);
    if (isRedirect(response)) return opaqueRedirect(redirect);
    return new Response(readable(response, signal), response);
  };
}

function isRedirect({ status, headers }: Response): boolean {
  return status >= 300 && status < 400 && headers.has('location');
}

/** The opaque response of `redirect: 'manual'`, without status and headers. @throws {Error} in any other mode */
function opaqueRedirect(mode: RequestRedirect | undefined): Response {
  if (mode !== 'manual') throw new Error('A browser would follow this redirect with the credentials of the request.');
  return Object.defineProperty(new Response(null), 'status', { value: 0 });
}

function readable(response: Response, signal: AbortSignal | null | undefined): ReadableStream<Uint8Array> | null {
  const reader = response.body?.getReader();
  if (!reader) return null;
  return new ReadableStream({
    async pull(controller) {
      const read = reader.read().catch(() => {
        throw new TypeError('network error');
      });
      const { done, value } = await unlessAborted(read, signal);
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | null | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const abort = () => reject(new DOMException('The user aborted a request.', 'AbortError'));
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
