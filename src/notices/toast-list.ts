import { createListeners } from '#platform';
import type { Toast } from './toast.ts';

/** A toast as it was said: again is another one. */
export type SaidToast = Toast & { readonly nth: number };

/** What is said at the moment, the newest last; a toast of the same cause takes the place of the one before it. */
export type ToastList = {
  list(): readonly SaidToast[];
  add(toast: Toast): void;
  remove(cause: string): void;
  subscribe(changed: () => void): () => void;
};

/** More than these at once nobody reads. */
const MOST = 3;

export function createToastList(): ToastList {
  const { notify, subscribe } = createListeners();
  let toasts: readonly SaidToast[] = [];
  let said = 0;
  const become = (next: readonly SaidToast[]) => {
    toasts = next;
    notify();
  };
  const without = (cause: string) => toasts.filter((toast) => toast.cause !== cause);
  return {
    list: () => toasts,
    add(toast) {
      said += 1;
      become([...without(toast.cause), { ...toast, nth: said }].slice(-MOST));
    },
    remove: (cause) => become(without(cause)),
    subscribe,
  };
}
