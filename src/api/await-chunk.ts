import { apiProblem } from './problem.ts';

/**
 * Waits for a lazy chunk that a request needs. If the chunk cannot be loaded, the API is probably unreachable too, so it
 * throws the ApiProblem of a network failure.
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
