import nanp from 'virtual:phone-metadata-nanp';
import type { MetadataJson } from 'libphonenumber-js/core';
import { createLazy, type Lazy } from '#lazy';
import { countryOf, formatAsTyped, type PhoneReading, readPhone, suffices } from './phone-input.ts';

/** Parses and formats phone numbers with one set of libphonenumber metadata. */
export type PhoneReader = {
  readonly read: (text: string, country: string) => PhoneReading;
  readonly format: (text: string, country: string) => string;
  /** See phone-input.ts. */
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

/** For the +1 countries; their metadata is part of this chunk. */
export const northAmericanReader: PhoneReader = createReader(nanp);

/** For all countries; their metadata is loaded on first use. */
export const worldReader: Lazy<PhoneReader> = createLazy(() =>
  import('libphonenumber-js/min/metadata').then((module) => createReader(module.default)),
);
