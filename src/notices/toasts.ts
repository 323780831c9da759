/** One thing that happened, said over any page. The same `cause` within a moment is said once. */
export type Toast = { readonly cause: string; readonly title: string; readonly next: string };

/** Loads the toaster when it is first needed; its code and styles are no part of the first screen. */
export async function showToast(toast: Toast): Promise<void> {
  const { mountToaster } = await import('./toaster.tsx');
  mountToaster(toast);
}
