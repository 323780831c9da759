import { whyNotNode } from './lib/node-version.mjs';

export { ensureBrowser, findBrowser } from './lib/browser.mjs';
export { build, ensureBuild } from './lib/builds.mjs';
export { ensureDependencies } from './lib/dependencies.mjs';

/** Ends this process with a sentence when its Node cannot run the project. */
export function requireNode() {
  const reason = whyNotNode(process.versions.node);
  if (reason) fail(reason);
}

/** Ends this process with one sentence. @param {unknown} reason @returns {never} */
export function fail(reason) {
  process.stderr.write(`${reason instanceof Error ? reason.message : reason}\n`);
  process.exit(1);
}
