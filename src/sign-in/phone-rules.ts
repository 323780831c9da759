import type { MetadataJson } from 'libphonenumber-js/core';
import countries from 'virtual:phone-countries';
import nanp from 'virtual:phone-metadata-nanp';

export { nanp as northAmericanRules };

/** Countries of the picker: ISO code and calling code. */
export const dialableCountries = countries;

let world: Promise<MetadataJson> | null = null;

/** Numbering rules of all countries, fetched once and only when a number needs them. Rejects when they cannot be. */
export function loadWorldRules(): Promise<MetadataJson> {
  world ??= import('libphonenumber-js/min/metadata').then((module) => module.default);
  world.catch(() => {
    world = null;
  });
  return world;
}

/** The country to begin with: the operator's choice, else the region of the browser's language, else the US. */
export function initialCountry(configured: string | undefined, languages: readonly string[]): string {
  const known = (code: string | undefined) => countries.some(([country]) => country === code);
  if (configured !== undefined && known(configured)) return configured;
  for (const language of languages) {
    const region = regionOf(language);
    if (region !== undefined && known(region)) return region;
  }
  return 'US';
}

function regionOf(language: string): string | undefined {
  try {
    return new Intl.Locale(language).region;
  } catch {
    return undefined;
  }
}
