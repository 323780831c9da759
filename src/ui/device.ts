import { createContext, useContext } from 'react';

/** What components need of the browser beside the document: the time, and the focus. `app/` sets it up. */
export type UiDevice = {
  readonly clock: {
    /** Epoch ms. */
    now(): number;
    /** Runs once after `ms`; the answer cancels it. */
    after(ms: number, run: () => void): () => void;
  };
  /** Moves the focus, where the page may take it. */
  readonly focus: (element: HTMLElement | null, options?: FocusOptions) => void;
};

export const UiDeviceContext = createContext<UiDevice | null>(null);

/** Throws outside the provider that `app/` sets up. */
export function useUiDevice(): UiDevice {
  const device = useContext(UiDeviceContext);
  if (!device) throw new Error('useUiDevice needs UiDeviceContext');
  return device;
}
