/*
 * In place of wouter's own location (an alias of the build, see vite.config.ts), which replaces methods of `history`. The app
 * gives its router a hook of its own: platform-provider.tsx.
 */
export const useBrowserLocation = undefined;
export const useSearch = undefined;
