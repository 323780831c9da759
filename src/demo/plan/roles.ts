/* Handed over as a whole: the linter takes the parts of an SVG for controls, and a group for a fieldset. */

/** One picture with a name; what it is drawn of is not told. */
export function asImage(name: string) {
  return { role: 'img', 'aria-label': name } as const;
}

/** Something with parts that have names of their own. */
export const asGroup = { role: 'group' } as const;
