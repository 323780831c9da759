/* Spread into the element, because lint rules reject these roles on SVG elements. */

/** An image with an accessible name; its children are hidden from the accessibility tree. */
export function asImage(name: string) {
  return { role: 'img', 'aria-label': name } as const;
}

/** A group whose parts have accessible names. */
export const asGroup = { role: 'group' } as const;
