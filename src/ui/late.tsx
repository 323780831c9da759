import { type ComponentType, type ReactNode, useCallback, useSyncExternalStore } from 'react';
import { createLazy } from '#lazy';
import type { UiClock } from './use-now.ts';

/** A component that renders nothing until its code has loaded. */
export type Late<Props extends object> = {
  /** Loads the code in a new task after mounting, and again on every network change after a failure. */
  readonly Part: (props: Props) => ReactNode;
  /** Loads the code. Rejects without a network. */
  readonly preload: () => Promise<unknown>;
};

/** What starts the loading. A `Platform` can be passed. */
export type LateTriggers = {
  readonly clock: UiClock;
  readonly online: {
    /** Calls back on every change. Returns an unsubscribe function. */
    subscribe(changed: () => void): () => void;
  };
};

/**
 * Creates a component with code in its own chunk, for content that the page can do without. `useTriggers` must return a
 * stable object.
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  useTriggers: () => LateTriggers,
): Late<Props> {
  const part = createLazy(load);
  return {
    preload: part.load,
    Part(props) {
      const triggers = useTriggers();
      // biome-ignore lint/correctness/useExhaustiveDependencies: `part` is created once, outside of the component.
      const subscribe = useCallback(
        (changed: () => void) => {
          const tryLoad = () => void part.load().then(changed, () => {});
          triggers.clock.after(0, tryLoad);
          return triggers.online.subscribe(tryLoad);
        },
        [triggers],
      );
      const Shown = useSyncExternalStore(subscribe, part.get);
      return Shown ? <Shown {...props} /> : null;
    },
  };
}
