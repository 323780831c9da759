import { type ComponentType, createElement, lazy, useContext, useState } from 'react';
import { createLazy } from '#lazy';
import { ClockContext, type UiClock } from './use-now.ts';

/** A page whose code comes when it is wanted, or before. */
export type LazyPage<Props extends object> = {
  readonly Page: (props: Props) => ReturnType<typeof createElement>;
  /** Fetches the code ahead. Rejects without a network, and may be asked again then. */
  readonly load: () => Promise<unknown>;
};

/** How long a page that could not be had is taken for lost. Ms. */
const FORGOTTEN_AFTER_MS = 1_000;

/**
 * A page in a chunk of its own, for a place within `Suspense`. Once loaded it shows at once, where React's own `lazy` shows
 * a fallback in between; and whoever comes back to one that could not be loaded asks for it again.
 */
export function lazyPage<Props extends object>(fetchPage: () => Promise<ComponentType<Props>>): LazyPage<Props> {
  const page = createLazy(fetchPage);
  let waiting: ReturnType<typeof toWaitFor> | null = null;

  const toWaitFor = (clock: UiClock) =>
    lazy(() =>
      page.load().then(
        (loaded) => ({ default: loaded }),
        (error: unknown) => {
          // React keeps a failure for good. Not forgotten at once, for React draws what failed a second time before it
          // says so.
          clock.after(FORGOTTEN_AFTER_MS, () => {
            waiting = null;
          });
          throw error;
        },
      ),
    );

  return {
    Page(props) {
      const clock = useContext(ClockContext);
      // The same one for as long as it shows: another type would be another page.
      const [shown] = useState(() => {
        waiting ??= toWaitFor(clock);
        return { Page: page.get() ?? waiting };
      });
      return createElement<Props>(shown.Page as ComponentType<Props>, props);
    },
    load: page.load,
  };
}
