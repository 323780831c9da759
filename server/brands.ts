import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

// From the source the samples are one folder up, from the bundle (`build/server/`) two.
const folder = ['..', '../..']
  .map((up) => resolve(import.meta.dirname, up, 'samples/brands'))
  .find((path) => existsSync(path));

const names = folder ? readdirSync(folder).filter((name) => existsSync(join(folder, name, 'config.json'))) : [];

/** The folder of the sample brands; undefined for a server that was moved away from them. */
export const brandsFolder: string | undefined = folder;

/** Why this is no sample brand, in one sentence; undefined when it is one. */
export function whyNotBrand(name: string): string | undefined {
  if (names.includes(name)) return undefined;
  if (names.length === 0) return 'BRAND names a sample brand, but samples/brands/ is not there: leave BRAND out.';
  return `BRAND must be ${names.join(' or ')}, not "${name}": correct it, or leave it out to serve no sample brand.`;
}

/**
 * The configuration file of a sample brand.
 *
 * @throws {Error} with a sentence that lists the known ones
 */
export function brandConfigPath(name: string): string {
  const reason = whyNotBrand(name);
  if (!folder || reason) throw new Error(reason);
  return join(folder, name, 'config.json');
}

/** What a path such as `/brands/elm/logo.svg` names inside {@link brandsFolder}; undefined for any other path. */
export function brandLogo(path: string): string | undefined {
  const [, name, file] = /^\/brands(\/[^/]+)(\/logo\.svg)$/.exec(path) ?? [];
  return name && file && names.includes(name.slice(1)) ? name + file : undefined;
}
