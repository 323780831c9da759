import { type ComponentType, type ReactNode, useCallback, useSyncExternalStore } from 'react';
import { createLazy } from '#lazy';
import type { UiClock } from './use-now.ts';

/** Something that a page can do without at first. */
export type Late<Props extends object> = {
  /** Nothing, until its code has come: asked for as soon as the page stands, and again whenever the network changes. */
  readonly Part: (props: Props) => ReactNode;
  /** Fetches the code ahead. Rejects without a network. */
  readonly preload: () => Promise<unknown>;
};

/** What tells a part when to ask: in a task of its own, and again. A platform is one. */
export type LateMoments = {
  readonly clock: UiClock;
  readonly online: {
    /** Calls back on every change; the answer unsubscribes. */
    subscribe(changed: () => void): () => void;
  };
};

/**
 * A part of the page in a chunk of its own. Where that cannot be had, the page stands without it. `useMoments` gives the
 * same object for as long as the part shows.
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  useMoments: () => LateMoments,
): Late<Props> {
  const part = createLazy(load);
  return {
    preload: part.load,
    Part(props) {
      const moments = useMoments();
      // biome-ignore lint/correctness/useExhaustiveDependencies: `part` is made once, outside of the component.
      const subscribe = useCallback(
        (changed: () => void) => {
          const fetchIt = () => void part.load().then(changed, () => {});
          moments.clock.after(0, fetchIt);
          return moments.online.subscribe(fetchIt);
        },
        [moments],
      );
      const Shown = useSyncExternalStore(subscribe, part.get);
      return Shown ? <Shown {...props} /> : null;
    },
  };
}
