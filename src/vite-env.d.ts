/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** The version in package.json, for whoever asks which build this is. */
  readonly APP_VERSION: string;
}

declare module 'virtual:phone-countries' {
  /** Country (ISO 3166) and its calling code, by country. */
  const countries: readonly (readonly [string, string])[];
  export default countries;
}

declare module 'virtual:phone-metadata-nanp' {
  import type { MetadataJson } from 'libphonenumber-js/core';

  const metadata: MetadataJson;
  export default metadata;
}
