/** One HTTP response with its whole body. `json` is undefined when the body is empty or is not JSON. */
export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
};

/** The parts of a `Response` that `readAnswer` needs. */
export type AnswerSource = Pick<Response, 'status' | 'headers' | 'body'>;

/** The connection broke while the body was read, or the body exceeded the size limit. */
export class BodyReadError extends Error {}

/** A success status with a body that breaks the contract. `path` names the field, never its value. */
export class MalformedAnswer extends Error {
  constructor(readonly path: string) {
    super(`malformed answer at ${path || '(root)'}`);
  }
}

/** Longer than any error message. */
const MAX_ERROR_BYTES = 64 * 1024;
/** An access list of 10,000 doors is about 3 MB. */
const MAX_BYTES = 32 * 1024 * 1024;

/**
 * Reads a response with a size limit on its body. The body of an error status counts as empty when it is too long or
 * breaks off.
 *
 * @throws BodyReadError when the body of any other status is too long or breaks off
 */
export async function readAnswer(response: AnswerSource): Promise<Answer> {
  const isError = response.status >= 400;
  const text = await readText(response, isError ? MAX_ERROR_BYTES : MAX_BYTES, isError);
  return { status: response.status, headers: response.headers, json: parseJson(text) };
}

async function readText(response: AnswerSource, limit: number, isError: boolean): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      bytes += value.byteLength;
      if (bytes > limit) break;
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    return readFailed(isError);
  }
  void reader.cancel().catch(() => {});
  return readFailed(isError);
}

/** An error is classified by its status, so it does not need its body. */
function readFailed(isError: boolean): string {
  if (isError) return '';
  throw new BodyReadError();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
