// `npm start`: serves the app with the simulated facility. Static imports are Node built-ins only: it runs before the install.
import { join } from 'node:path';
import { root, run } from './lib/run.mjs';
import { ensureBuild, prepare } from './setup.mjs';

await prepare(() => ensureBuild({ server: true }));
// Runs the server in the foreground, forwards signals to it and exits with its exit code.
process.exitCode = await run(process.execPath, [join(root, 'build/server/main.js')]);
