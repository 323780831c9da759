/** An element of the app: a CSS selector, and a name that it contains (names are the same in each language). */
export type Target = { readonly at: string; readonly named?: string };
