/**
 * Whether a page of another origin shows this one in a frame, directly or further up: what lies over it there is not ours,
 * so a person may press what they do not see.
 */
export function isFramedElsewhere(page: Pick<Window, 'parent'> = globalThis): boolean {
  const { parent } = page;
  // A page on top is its own parent; without a browser there is none.
  if (!parent || parent === page) return false;
  try {
    return parent.location.origin !== location.origin || isFramedElsewhere(parent);
  } catch {
    // Another origin's address is not to be read.
    return true;
  }
}
