/** One HTTP answer, read to its end. `json` is undefined when the body is empty or is not JSON. */
export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
};

/** What of a `Response` is read. */
export type AnswerSource = Pick<Response, 'status' | 'headers' | 'body'>;

/** The body ended before its time, or was larger than anything the contract could mean. */
export class BodyLost extends Error {}

/** A good status with a body that is not the contract. `path` says where, never what. */
export class AnswerOffContract extends Error {
  constructor(readonly path: string) {
    super(`answer off contract at ${path || '(root)'}`);
  }
}

const LONGEST_ERROR_BYTES = 64 * 1024;
const LONGEST_BYTES = 32 * 1024 * 1024;

/**
 * Reads the body within a bound: an error's first 64 KB (more cannot be a message for a person), a success up to 32 MB
 * (10,000 doors are about 3). Throws BodyLost when the connection breaks on the way or the bound is passed.
 */
export async function readAnswer(response: AnswerSource): Promise<Answer> {
  const isError = response.status >= 400;
  const text = await readText(response, isError ? LONGEST_ERROR_BYTES : LONGEST_BYTES, isError);
  return { status: response.status, headers: response.headers, json: parseJson(text) };
}

async function readText(response: AnswerSource, limit: number, mayCut: boolean): Promise<string> {
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
    // An error's status has said what matters already; its message is a courtesy.
    if (mayCut) return '';
    throw new BodyLost();
  }
  void reader.cancel().catch(() => {});
  if (mayCut) return '';
  throw new BodyLost();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
