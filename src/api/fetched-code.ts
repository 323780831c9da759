import { apiProblem } from './problem.ts';

/**
 * Code that an operation needs and that comes over the network: where it does not come, neither would an answer. Throws
 * the ApiProblem of a network that could not be reached.
 */
export async function fetchedCode<T>(
  code: Promise<T>,
  { method, route }: { readonly method: string; readonly route: string },
): Promise<T> {
  try {
    return await code;
  } catch {
    throw apiProblem({ kind: 'unavailable', origin: 'network', method, route });
  }
}
