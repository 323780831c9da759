import { ensureDependencies } from './lib/dependencies.mjs';
import { unsupportedNodeMessage } from './lib/node-version.mjs';

export { ensureBrowser, findBrowser } from './lib/browser.mjs';
export { build, ensureBuild } from './lib/builds.mjs';
export { ensureDependencies };

/** Exits with a message when this version of Node is unsupported. */
export function requireNode() {
  const reason = unsupportedNodeMessage(process.versions.node);
  if (reason) fail(reason);
}

/**
 * Checks Node, installs dependencies if needed, and runs the steps in order. Exits with the message of the first failure.
 *
 * @param {...() => Promise<unknown>} steps
 */
export async function prepare(...steps) {
  requireNode();
  try {
    await ensureDependencies();
    for (const step of steps) await step();
  } catch (error) {
    fail(error);
  }
}

/** Exits with a message. @param {unknown} reason @returns {never} */
export function fail(reason) {
  process.stderr.write(`${reason instanceof Error ? reason.message : reason}\n`);
  process.exit(1);
}
