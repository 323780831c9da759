// Serves the app with the simulated facility, from a fresh clone on. Only Node's own modules before the install.
import { join } from 'node:path';
import { root, run } from './lib/run.mjs';
import { ensureBuild, prepare } from './setup.mjs';

await prepare(() => ensureBuild({ server: true }));
// In the foreground: whoever ends this process ends the server, and its exit code is this one's.
process.exitCode = await run(process.execPath, [join(root, 'build/server/main.js')]);
