import { join } from 'node:path';
import type { StartFiles } from '../../src/boot/pick-start.ts';
import { classicScript } from '../classic-script.ts';

const entry = join(import.meta.dirname, '../../src/boot/boot.ts');

/** The boot script as one classic script, small enough to stand within the page. */
export async function bootScript(files: StartFiles): Promise<string> {
  const code = await classicScript(entry, { START_FILES: JSON.stringify(files) });
  // It would end the script within the page.
  if (/<\/script/i.test(code)) throw new Error('the boot script may not hold the end of a script');
  return code;
}
