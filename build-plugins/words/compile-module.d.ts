declare module '@messageformat/core/compile-module.js' {
  import type MessageFormat from '@messageformat/core';

  /** The messages as the source text of a module whose default export has their shape. */
  export default function compileModule(format: MessageFormat, messages: object): string;
}
