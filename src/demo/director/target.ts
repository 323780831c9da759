/** Something in the app: a CSS selector, and of several the one that holds this text (a name, which no language changes). */
export type Target = { readonly at: string; readonly named?: string };
