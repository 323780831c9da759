import type { Rolldown } from 'vite';
import type { StartFiles } from '../src/boot/pick-start.ts';
import type { LanguageCode } from '../src/i18n/languages.ts';

/** The modules of the first page after sign-in. */
const PAGES = ['src/app/signed-in.tsx', 'src/systems/kiss/calls.ts', 'src/notices/banners.tsx'];
/** The system that every start loads. With a second system this will depend on config.json. */
const SYSTEM = 'src/systems/kiss/kiss.ts';

/** The paths of the files that a start needs besides the entry, signed out and signed in, for each language. */
export function startFilesOf(bundle: Rolldown.OutputBundle, languages: readonly LanguageCode[]): StartFiles {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const entry = chunks.find(({ isEntry }) => isEntry);
  const withEntry = new Set(entry ? filesOf(entry, bundle) : []);
  const chunkOf = (module: string) => {
    const found = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(module)));
    if (!found) throw new Error(`no chunk contains ${module}, which the boot script must fetch`);
    return filesOf(found, bundle).filter((file) => !withEntry.has(file));
  };
  const each = <T>(give: (language: LanguageCode) => T) =>
    Object.fromEntries(languages.map((language) => [language, give(language)])) as Record<LanguageCode, T>;
  const addresses = (files: readonly string[]) => [...new Set(files)].map((file) => `/${file}`);
  return {
    start: each((language) => addresses([`src/i18n/catalogues/base/${language}.ts`, SYSTEM].flatMap(chunkOf))),
    pages: addresses(PAGES.flatMap(chunkOf)),
    signedIn: each((language) => addresses(chunkOf(`src/i18n/catalogues/signed-in/${language}.ts`))),
  };
}

/** The files that loading a chunk fetches: the chunk, its styles and its imports. */
function filesOf(chunk: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle, seen = new Set<string>()): string[] {
  if (seen.has(chunk.fileName)) return [];
  seen.add(chunk.fileName);
  const imported = chunk.imports.flatMap((name) => {
    const next = bundle[name];
    return next?.type === 'chunk' ? filesOf(next, bundle, seen) : [];
  });
  return [chunk.fileName, ...(chunk.viteMetadata?.importedCss ?? []), ...imported];
}
