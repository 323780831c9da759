import { isJsonObject } from '#model';
import { DEFAULTS } from './runtime-config.ts';

/** The part of `config.json` that the server in front of the app (server/) needs. */
export type Deployment = {
  readonly system: 'kiss' | 'kisi';
  /** Without a trailing slash: a path on the page's origin, or a URL. */
  readonly bases: { readonly api: string; readonly gateway: string };
  readonly logo: string;
};

/** Reads the text of a `config.json`. Missing and invalid values become defaults; the app reports them. Never throws. */
export function readDeployment(text: string): Deployment {
  const config = parse(text);
  const textAt = (group: string, key: string, fallback: string) => {
    const found = isJsonObject(config) ? config[group] : undefined;
    const value = isJsonObject(found) ? found[key] : undefined;
    return typeof value === 'string' ? value : fallback;
  };
  const baseOf = (group: string, fallback: string) => textAt(group, 'base', fallback).replace(/\/+$/, '');
  const isKisi = isJsonObject(config) && config.system === 'kisi';
  const bases = { api: baseOf('api', DEFAULTS.api.base), gateway: baseOf('opener', DEFAULTS.opener.base) };
  return { system: isKisi ? 'kisi' : DEFAULTS.system, bases, logo: textAt('brand', 'logo', '') };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
