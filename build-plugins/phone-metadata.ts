import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

type Metadata = {
  version: number;
  country_calling_codes: Record<string, string[]>;
  countries: Record<string, unknown>;
  nonGeographic?: Record<string, unknown>;
};

const COUNTRIES = 'virtual:phone-countries';
const NANP = 'virtual:phone-metadata-nanp';

/**
 * Two parts of libphonenumber's metadata (20 KB gzip in total): the list for the country picker, and the rules of the +1
 * countries, which most tenants need and which are bundled with the page. The remaining metadata is loaded on demand.
 */
export function phoneMetadata(): Plugin {
  const full = createRequire(import.meta.url)('libphonenumber-js/metadata.min.json') as Metadata;
  const northAmerica = full.country_calling_codes['1'] ?? [];
  // One string, because a list of pairs would be 50 % larger.
  const countries = Object.entries(full.country_calling_codes)
    .map(([code, members]) => `${code} ${members.join(' ')}`)
    .join(';');
  const nanp: Metadata = {
    version: full.version,
    country_calling_codes: { '1': northAmerica },
    countries: Object.fromEntries(northAmerica.map((country) => [country, full.countries[country]])),
    nonGeographic: {},
  };
  const sources = new Map<string, unknown>([
    [COUNTRIES, countries],
    [NANP, nanp],
  ]);
  return {
    name: 'phone-metadata',
    resolveId: (id) => (sources.has(id) ? `\0${id}` : null),
    load(id) {
      const source = id.startsWith('\0') ? sources.get(id.slice(1)) : undefined;
      return source === undefined ? null : `export default ${JSON.stringify(source)};`;
    },
  };
}
