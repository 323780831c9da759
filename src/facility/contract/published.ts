import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'yaml';

type Node = { readonly [name: string]: unknown };

/** One documented answer of one route. */
export type Documented = {
  readonly route: string;
  readonly status: number;
  /** What is wrong with a body; empty when it is as documented. */
  readonly faults: (body: unknown) => string[];
  /** Header names that the answer has to carry. */
  readonly headers: readonly string[];
  /** Bodies that the file shows, by name; `''` where it has one only. */
  readonly examples: ReadonlyMap<string, unknown>;
};

/**
 * Reads the published OpenAPI file that `KISS_OPENAPI` names.
 *
 * @throws {Error} with a sentence when there is none
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
  // The file is one schema, so that every reference in it finds its target.
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
    faults: (body) => faultsOf(check, body),
    headers: Object.keys((answer.headers ?? {}) as Node),
    examples: examplesOf(media),
  };
}

function faultsOf(check: ValidateFunction, body: unknown): string[] {
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

/** A name as a part of a JSON pointer in an address. */
function pointer(name: string): string {
  return encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
}
