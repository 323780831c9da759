import { build, type Rolldown } from 'vite';

/**
 * A file with all that it imports as one classic script.
 *
 * @param define what stands for a name in it, each as a JavaScript expression
 * @throws {Error} where it cannot be built
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
