/**
 * The message for an unsupported version of Node; undefined for a supported one. The build tools support 20.19 and
 * later versions of 20, and 22.12 and all later versions.
 *
 * @param {string} version such as `20.19.0`
 * @returns {string | undefined}
 */
export function unsupportedNodeMessage(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) return undefined;
  return `Node ${version} is not supported, because the build tools need 20.19 or a later 20, or 22.12 or later: install Node 20 or 22 from https://nodejs.org and try again.`;
}
