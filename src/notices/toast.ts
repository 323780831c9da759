/** One thing that happened, said over any page. The same `cause` is said once at a time. */
export type Toast = { readonly cause: string; readonly title: string; readonly next: string };
