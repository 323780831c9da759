import { createLazy } from '#lazy';
import type { Platform } from '#platform';
import type { Toast } from './toast.ts';

const toaster = createLazy(() => import('./toaster.tsx'));

/** Loads the toaster when it is first needed; its code and styles are no part of the first screen. */
export async function showToast(platform: Platform, toast: Toast): Promise<void> {
  const { mountToaster } = await toaster.load();
  mountToaster(platform, toast);
}

/** Fetches the toaster ahead: where a toast is needed there may be no network. */
export const preloadToasts: () => Promise<unknown> = toaster.load;
