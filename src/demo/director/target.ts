/** An element of the app: a CSS selector, and a text to choose by. The text is a name, which is the same in each language. */
export type Target = { readonly at: string; readonly named?: string };
