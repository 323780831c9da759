/** Resolves in a task of its own: between two pieces of work the browser may paint and hear the person's fingers. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
