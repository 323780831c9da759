import { createLazy } from '#lazy';
import type { Platform } from '#platform';
import type { Toast } from './toast-list.ts';

const toaster = createLazy(() => import('./toaster.tsx'));

/** Shows a toast. The toaster is loaded on first use. */
export async function showToast(platform: Platform, toast: Toast): Promise<void> {
  const { mountToaster } = await toaster.load();
  mountToaster(platform, toast);
}

/** Loads the toaster early, because there may be no network when a toast is needed. */
export const preloadToasts: () => Promise<unknown> = toaster.load;
