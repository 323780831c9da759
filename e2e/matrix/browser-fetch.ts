type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

/**
 * `fetch` as a browser has it, before a handler that throws or breaks off its body where a connection would end: the same
 * errors at the same moments, an answer that can be called off until its last byte, and a redirect that nobody follows.
 */
export function browserFetch(handle: (request: Request) => Promise<Response>): Fetch {
  return async (input, { method = 'GET', headers, body = null, signal, redirect } = {}) => {
    // The signal stays on this side: a server learns nothing of it but that nobody reads on.
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

/** What `redirect: 'manual'` gives: that there was one, and neither its status nor its headers. */
function opaqueRedirect(mode: RequestRedirect | undefined): Response {
  if (mode !== 'manual') throw new Error('A redirect would have been followed, with whatever the request carries.');
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
