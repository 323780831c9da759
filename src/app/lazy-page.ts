import { type ComponentType, createElement, lazy, useState } from 'react';
import { type Clock, usePlatform } from '#platform';

/** A page whose code comes when it is wanted, or before. */
export type LazyPage<Props extends object> = {
  readonly Page: (props: Props) => ReturnType<typeof createElement>;
  /** Fetches the code ahead. Rejects without a network, and may be asked again then. */
  readonly load: () => Promise<void>;
};

/** How long a page that could not be had is taken for lost. Ms. */
const FORGOTTEN_AFTER_MS = 1_000;

/** A page in a chunk of its own. Once loaded it shows at once, where React's own `lazy` shows a fallback in between. */
export function lazyPage<Props extends object>(fetchPage: () => Promise<ComponentType<Props>>): LazyPage<Props> {
  let loaded: ComponentType<Props> | null = null;
  const fetched = async () => {
    loaded ??= await fetchPage();
    return loaded;
  };
  const toWaitFor = (clock: Clock) =>
    lazy(() =>
      fetched().then(
        (page) => ({ default: page }),
        (error: unknown) => {
          // React keeps a failure for good: whoever comes back to this page asks anew. Not at once, for React draws what
          // failed a second time before it says so.
          clock.after(FORGOTTEN_AFTER_MS, () => {
            Waiting = null;
          });
          throw error;
        },
      ),
    );
  let Waiting: ReturnType<typeof toWaitFor> | null = null;
  return {
    Page(props) {
      const { clock } = usePlatform();
      // The same one for as long as it shows: another type would be another page.
      const [shown] = useState(() => {
        Waiting ??= toWaitFor(clock);
        return { Page: loaded ?? Waiting };
      });
      return createElement<Props>(shown.Page as ComponentType<Props>, props);
    },
    load: async () => void (await fetched()),
  };
}
