/** A request's address, taken apart. The path is normal: it starts with a slash and has no dot segments. */
export type Target = { readonly path: string; readonly search: string };

/** Takes a request line's address apart; undefined when it is none. Also reads the absolute form that proxies use. */
export function readTarget(address: string | undefined): Target | undefined {
  // Joined as text: as a relative address "//host/path" would name another host.
  const text = address?.startsWith('/') ? `http://localhost${address}` : (address ?? '');
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  let decoded: string;
  try {
    decoded = decodeURIComponent(url.pathname);
  } catch {
    return undefined;
  }
  // An escaped slash or backslash can hide dot segments from the line above, but not from whoever decodes them later.
  if (decoded.includes('\0') || decoded.split(/[/\\]/).includes('..')) return undefined;
  return { path: url.pathname, search: url.search };
}

/** What follows `/api/vN` or `/gateway` in a path, with its leading slash; undefined when the path is elsewhere. */
export function restAfter(prefix: RegExp, path: string): string | undefined {
  const match = prefix.exec(path);
  const rest = match ? path.slice(match[0].length) : undefined;
  return rest === '' || rest?.startsWith('/') ? rest : undefined;
}
