import { createListeners } from '#platform';

/** A short message over any page. Toasts of the same `cause` replace each other. */
export type Toast = { readonly cause: string; readonly title: string; readonly next: string };

/** A toast on screen; `id` is new each time. */
export type ShownToast = Toast & { readonly id: number };

/** The toasts on screen, newest last. A new toast replaces an earlier one of the same cause. */
export type ToastList = {
  list(): readonly ShownToast[];
  add(toast: Toast): void;
  remove(cause: string): void;
  subscribe(changed: () => void): () => void;
};

/** Only the newest are shown. */
const MAX_TOASTS = 3;

export function createToastList(): ToastList {
  const { notify, subscribe } = createListeners();
  let toasts: readonly ShownToast[] = [];
  let count = 0;
  const update = (next: readonly ShownToast[]) => {
    toasts = next;
    notify();
  };
  const without = (cause: string) => toasts.filter((toast) => toast.cause !== cause);
  return {
    list: () => toasts,
    add(toast) {
      count += 1;
      update([...without(toast.cause), { ...toast, id: count }].slice(-MAX_TOASTS));
    },
    remove: (cause) => update(without(cause)),
    subscribe,
  };
}
