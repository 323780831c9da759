// `npm run demo`: builds and serves the staff demo. Static imports are Node built-ins only: it runs before the install.
import { join } from 'node:path';
import { print, root } from './lib/run.mjs';
import { ensureBuild, prepare } from './setup.mjs';

await prepare(() => ensureBuild({ demo: true }), serve);

async function serve() {
  const { preview } = await import('vite');
  const server = await preview({ root, configFile: join(root, 'vite.demo.config.ts'), logLevel: 'error' });
  print(`The demo: ${server.resolvedUrls?.local[0] ?? 'http://127.0.0.1:4174/'}demo/`);
}
