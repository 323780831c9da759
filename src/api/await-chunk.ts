import { apiProblem } from './problem.ts';

/**
 * Waits for code that a request needs and that is fetched on demand. Code that does not arrive means that the API could
 * not be reached either: throws the ApiProblem of a lost network.
 */
export async function awaitChunk<T>(
  chunk: Promise<T>,
  { method, route }: { readonly method: string; readonly route: string },
): Promise<T> {
  try {
    return await chunk;
  } catch {
    throw apiProblem({ kind: 'unavailable', origin: 'network', method, route });
  }
}
