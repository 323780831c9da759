import { ensureDependencies } from './lib/dependencies.mjs';
import { whyNotNode } from './lib/node-version.mjs';

export { ensureBrowser, findBrowser } from './lib/browser.mjs';
export { build, ensureBuild } from './lib/builds.mjs';
export { ensureDependencies };

/** Ends this process with a sentence when its Node cannot run the project. */
export function requireNode() {
  const reason = whyNotNode(process.versions.node);
  if (reason) fail(reason);
}

/**
 * Makes the project ready to run: checks Node, installs what is missing, and takes the steps in order. Ends this process
 * with one sentence when one of them fails.
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

/** Ends this process with one sentence. @param {unknown} reason @returns {never} */
export function fail(reason) {
  process.stderr.write(`${reason instanceof Error ? reason.message : reason}\n`);
  process.exit(1);
}
