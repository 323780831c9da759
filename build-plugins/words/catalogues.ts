import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type Token } from '@messageformat/parser';

/** What travels together: `start` before anybody is signed in, `inside` with the pages behind it. */
export const BUNDLES = {
  start: ['common', 'problems', 'sign-in'],
  inside: ['activity', 'doors', 'help', 'signed-in', 'unlock'],
} as const;
export type Bundle = keyof typeof BUNDLES;

/** Messages by path, in ICU MessageFormat 1. */
export type Catalogue = { readonly [key: string]: string | Catalogue };

/** An argument that a message takes: a text, a number, or one of a few words. */
export type Argument = { readonly name: string; readonly type: 'string' | 'number' | readonly string[] };

const folder = join(import.meta.dirname, '../../src/i18n/messages');

/** All messages of one bundle in one language. Throws where a file is missing or is not JSON. */
export function readCatalogue(language: string, bundle: Bundle, from = folder): Catalogue {
  const parts = BUNDLES[bundle].map(
    (file) => JSON.parse(readFileSync(join(from, language, `${file}.json`), 'utf8')) as Catalogue,
  );
  return Object.assign({}, ...parts) as Catalogue;
}

/** Every file of the catalogues: what a running build has to watch. */
export function catalogueFiles(from = folder): string[] {
  return readdirSync(from, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => join(from, file));
}

/** `[['signIn.errors.empty', 'Enter …'], …]`. */
export function flatten(catalogue: Catalogue, path = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flatten(value, `${path}${key}.`),
  );
}

/** The arguments of a message, each once, in the order they are met. Throws where it is not ICU MessageFormat. */
export function argumentsOf(message: string): Argument[] {
  const found = new Map<string, Argument>();
  const meet = (tokens: readonly Token[]) => {
    for (const token of tokens) {
      if (token.type === 'content' || token.type === 'octothorpe') continue;
      const known = found.get(token.arg);
      if (!known || known.type === 'string') found.set(token.arg, { name: token.arg, type: typeOf(token) });
      if ('cases' in token) for (const { tokens: inner } of token.cases) meet(inner);
    }
  };
  meet(parse(message));
  return [...found.values()];
}

function typeOf(token: Exclude<Token, { type: 'content' | 'octothorpe' }>): Argument['type'] {
  if (token.type === 'argument') return 'string';
  if (token.type === 'select') return token.cases.map(({ key }) => key).filter((key) => key !== 'other');
  return 'number';
}
