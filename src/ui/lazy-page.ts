import { type ComponentType, createElement, lazy, useContext, useState } from 'react';
import { createLazy } from '#lazy';
import { ClockContext, type UiClock } from './use-now.ts';

/** A page with its own chunk. */
export type LazyPage<Props extends object> = {
  readonly Page: (props: Props) => ReturnType<typeof createElement>;
  /** Loads the code. Rejects without a network; may be called again then. */
  readonly load: () => Promise<unknown>;
};

/** How long a failed load is kept. Ms. */
const RETRY_AFTER_MS = 1_000;

/**
 * Creates a page with its own chunk, to be rendered within `Suspense`. Unlike React's `lazy`, a loaded page renders without
 * a fallback, and a failed load is tried again when the page is shown again.
 */
export function lazyPage<Props extends object>(fetchPage: () => Promise<ComponentType<Props>>): LazyPage<Props> {
  const page = createLazy(fetchPage);
  let suspending: ReturnType<typeof createSuspending> | null = null;

  const createSuspending = (clock: UiClock) =>
    lazy(() =>
      page.load().then(
        (loaded) => ({ default: loaded }),
        (error: unknown) => {
          // `lazy` caches a rejection forever. It is dropped after a pause, because React renders a failed component twice
          // before it calls the error boundary.
          clock.after(RETRY_AFTER_MS, () => {
            suspending = null;
          });
          throw error;
        },
      ),
    );

  return {
    Page(props) {
      const clock = useContext(ClockContext);
      // Stable while mounted: another component type would remount the page.
      const [shown] = useState(() => {
        suspending ??= createSuspending(clock);
        return { Page: page.get() ?? suspending };
      });
      return createElement<Props>(shown.Page as ComponentType<Props>, props);
    },
    load: page.load,
  };
}
