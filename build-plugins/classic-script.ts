import { build, type Rolldown } from 'vite';

/**
 * Bundles a file with its imports as one classic script.
 *
 * @param define names to replace, each with a JavaScript expression
 * @throws {Error} when the build fails
 */
export async function classicScript(entry: string, define: Readonly<Record<string, string>>): Promise<string> {
  const result = (await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define,
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      lib: { entry, formats: ['iife'], name: 'script' },
    },
  })) as Rolldown.RolldownOutput[];
  const [chunk] = result.flatMap(({ output }) => output).filter((file) => file.type === 'chunk');
  if (!chunk) throw new Error(`${entry} was not built`);
  return chunk.code.trim();
}
