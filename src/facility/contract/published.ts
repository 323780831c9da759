import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'yaml';

type Node = { readonly [name: string]: unknown };

/** One documented response of one route. */
export type Documented = {
  readonly route: string;
  readonly status: number;
  /** Schema errors of a body; empty when it is valid. */
  readonly errors: (body: unknown) => string[];
  /** Names of the headers that the response must have. */
  readonly headers: readonly string[];
  /** Example bodies by name; `''` when there is only one. */
  readonly examples: ReadonlyMap<string, unknown>;
};

/**
 * Reads the published OpenAPI file that `KISS_OPENAPI` names.
 *
 * @throws {Error} when the variable is not set or the file cannot be read
 */
export function readPublished(path: string | undefined): Documented[] {
  if (!path) throw new Error('Set KISS_OPENAPI to the path of the published OpenAPI file (YAML) and run this again.');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new Error(`KISS_OPENAPI names ${path}, which cannot be read: correct the path.`);
  }
  const file = parse(text) as Node;
  // The whole file is added as one schema, so that all references resolve.
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema({ $id: 'published', ...file });
  return Object.entries(file.paths as Node).flatMap(([address, methods]) =>
    Object.entries(methods as Node).flatMap(([method, operation]) =>
      Object.keys((operation as Node).responses as Node).map((status) =>
        readAnswer(ajv, file, ['paths', address, method, 'responses', status]),
      ),
    ),
  );
}

function readAnswer(ajv: Ajv, file: Node, place: readonly string[]): Documented {
  const [, address, method, , status] = place;
  const found = at(file, place) as Node;
  const reference = typeof found.$ref === 'string' ? found.$ref.slice(2).split('/') : place;
  const answer = at(file, reference) as Node;
  const content = [...reference, 'content', 'application/json'];
  const media = at(file, content) as Node;
  const check = ajv.compile({ $ref: `published#/${[...content, 'schema'].map(pointer).join('/')}` });
  return {
    route: `${method?.toUpperCase()} ${address}`,
    status: Number(status),
    errors: (body) => errorsOf(check, body),
    headers: Object.keys((answer.headers ?? {}) as Node),
    examples: examplesOf(media),
  };
}

function errorsOf(check: ValidateFunction, body: unknown): string[] {
  check(body);
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
}

function examplesOf(media: Node): Map<string, unknown> {
  const several = Object.entries((media.examples ?? {}) as Node).map(
    ([name, example]) => [name, (example as Node).value] as const,
  );
  return new Map(media.example === undefined ? several : [['', media.example], ...several]);
}

function at(node: unknown, place: readonly string[]): unknown {
  return place.reduce<unknown>((inside, name) => (inside as Node | undefined)?.[name], node);
}

/** Escapes a name for a JSON pointer in a URL. */
function pointer(name: string): string {
  return encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
}
