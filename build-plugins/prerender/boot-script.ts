import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import type { StartFiles } from '../../src/boot/pick-start.ts';

const entry = join(import.meta.dirname, '../../src/boot/boot.ts');

/** The boot script as one classic script, small enough to stand within the page. */
export async function bootScript(files: StartFiles): Promise<string> {
  const result = (await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { START_FILES: JSON.stringify(files) },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      lib: { entry, formats: ['iife'], name: 'boot' },
    },
  })) as Rolldown.RolldownOutput[];
  const [chunk] = result.flatMap(({ output }) => output).filter((file) => file.type === 'chunk');
  if (!chunk) throw new Error('the boot script was not built');
  const code = chunk.code.trim();
  // It would end the script within the page.
  if (/<\/script/i.test(code)) throw new Error('the boot script may not hold the end of a script');
  return code;
}
