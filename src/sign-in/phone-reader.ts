import nanp from 'virtual:phone-metadata-nanp';
import type { MetadataJson } from 'libphonenumber-js/core';
import { createLazy, type Lazy } from '#lazy';
import { countryOf, formatAsTyped, type PhoneReading, readPhone, suffices } from './phone-input.ts';

/** Reads and formats telephone numbers by the numbering rules it was made with. */
export type PhoneReader = {
  readonly read: (text: string, country: string) => PhoneReading;
  readonly format: (text: string, country: string) => string;
  /** The country an international number belongs to, as far as it can be told yet. */
  readonly countryOf: (text: string) => string | null;
  readonly suffices: (text: string, country: string) => boolean;
};

function createReader(metadata: MetadataJson): PhoneReader {
  return {
    read: (text, country) => readPhone(text, country, metadata),
    format: (text, country) => formatAsTyped(text, country, metadata),
    countryOf: (text) => countryOf(text, metadata),
    suffices: (text, country) => suffices(text, country, metadata),
  };
}

/** For the +1 countries; their rules come with the reader. */
export const northAmericanReader: PhoneReader = createReader(nanp);

/** For all countries; their rules are fetched when they are first wanted. */
export const worldReader: Lazy<PhoneReader> = createLazy(() =>
  import('libphonenumber-js/min/metadata').then((module) => createReader(module.default)),
);
