/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** The version in package.json. */
  readonly APP_VERSION: string;
  /** Whether this build has the gallery: in development and in its tests. */
  readonly GALLERY: boolean;
}

declare module 'virtual:phone-countries' {
  /** Calling codes, each with its countries (ISO 3166): `1 US CA;44 GB GG`. */
  const countries: string;
  export default countries;
}

declare module 'virtual:phone-metadata-nanp' {
  import type { MetadataJson } from 'libphonenumber-js/core';

  const metadata: MetadataJson;
  export default metadata;
}
