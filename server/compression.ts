import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** Below this many bytes the headers that announce a compression outweigh what it saves. */
export const worthCompressing = 1024;

/** Whether a body of this content type gets smaller by compressing it. */
export function isCompressible(contentType: string | undefined): boolean {
  return /^(text\/|image\/svg\+xml|application\/([\w.-]+\+)?(json|javascript|xml|wasm|manifest))/i.test(
    contentType ?? '',
  );
}

/** The encoding to answer with, by the request's Accept-Encoding; undefined for none. Brotli wins a tie. */
export function chooseEncoding(acceptEncoding: string | string[] | undefined): Encoding | undefined {
  const weights = new Map<string, number>();
  for (const part of String(acceptEncoding ?? '').split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const q = parameters.find((parameter) => parameter.startsWith('q='));
    weights.set(name, q === undefined ? 1 : Number(q.slice(2)));
  }
  const weightOf = (name: Encoding) => weights.get(name) ?? weights.get('*') ?? 0;
  const [br, gz] = [weightOf('br'), weightOf('gzip')];
  if (br > 0 && br >= gz) return 'br';
  return gz > 0 ? 'gzip' : undefined;
}

/**
 * Compresses a whole body. `kept` is for what is compressed once and served many times; `passing` for answers made for
 * one request, where brotli's high levels would cost more time than the network saves.
 */
export async function compress(body: Uint8Array, encoding: Encoding, use: 'kept' | 'passing'): Promise<Buffer> {
  if (encoding === 'gzip') return deflate(body, { level: use === 'kept' ? 9 : 6 });
  return brotli(body, {
    params: {
      [zlib.BROTLI_PARAM_QUALITY]: use === 'kept' ? zlib.BROTLI_MAX_QUALITY : 4,
      [zlib.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  });
}
