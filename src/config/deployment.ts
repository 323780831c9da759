import * as z from 'zod/mini';
import { DEFAULTS } from './defaults.ts';

/** What a server in front of the app must know of `config.json`. */
export type Deployment = {
  readonly system: 'kiss' | 'kisi';
  /** Where the page finds each service: paths on its own origin, without a slash at the end, or addresses elsewhere. */
  readonly bases: { readonly api: string; readonly gateway: string };
  readonly logo: string;
};

const withBase = (base: string) => z.catch(z.object({ base: z.catch(z.string(), base) }), { base });

const schema = z.object({
  system: z.catch(z.enum(['kiss', 'kisi']), DEFAULTS.system),
  api: withBase(DEFAULTS.api.base),
  opener: withBase(DEFAULTS.opener.base),
  brand: z.catch(z.object({ logo: z.catch(z.string(), '') }), { logo: '' }),
});

/** Reads the text of a `config.json`: what is there, and the defaults for the rest. The app checks it. Never throws. */
export function readDeployment(text: string): Deployment {
  const { system, api, opener, brand } = z.catch(schema, schema.parse({})).parse(parse(text));
  const plain = (base: string) => base.replace(/\/+$/, '');
  return { system, bases: { api: plain(api.base), gateway: plain(opener.base) }, logo: brand.logo };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
