/**
 * The message for an unsupported version of Node; undefined for a supported one. The bounds are those of the build tools:
 * 20.19 and later 20, and 22.12 and later.
 *
 * @param {string} version such as `20.19.0`
 * @returns {string | undefined}
 */
export function unsupportedNodeMessage(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) return undefined;
  return `This needs Node 20.19 or newer (in the 22 line 22.12 or newer), and this is Node ${version}: install Node 20 or 22 from https://nodejs.org and try again.`;
}
