/** A short message over any page. Toasts of the same `cause` replace each other. */
export type Toast = { readonly cause: string; readonly title: string; readonly next: string };
