import { type ComponentType, type ReactNode, useMemo, useSyncExternalStore } from 'react';

/** Something that a page can do without at first. */
export type Late<Props extends object> = {
  /** Nothing, until its code has come: asked for as soon as the page stands, and again whenever `again` calls back. */
  readonly Part: (props: Props) => ReactNode;
  /** Fetches the code ahead. Rejects without a network. */
  readonly preload: () => Promise<void>;
};

export type LateOptions = {
  /** Resolves when there is time for it. */
  readonly when: () => Promise<void>;
  /** Calls back when it may be tried again; the answer unsubscribes. */
  readonly again: (retry: () => void) => () => void;
};

/**
 * A part of the page in a chunk of its own. Where that cannot be had, the page stands without it. `useOptions` gives the
 * same options for as long as the part shows.
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  useOptions: () => LateOptions,
): Late<Props> {
  let loaded: ComponentType<Props> | null = null;
  const preload = async () => {
    loaded ??= await load();
  };
  const whenever =
    ({ when, again }: LateOptions) =>
    (changed: () => void) => {
      const fetchIt = () => void preload().then(changed, () => {});
      void when().then(fetchIt);
      return again(fetchIt);
    };
  return {
    preload,
    Part(props) {
      const options = useOptions();
      // biome-ignore lint/correctness/useExhaustiveDependencies: it is made once, outside of the component.
      const subscribe = useMemo(() => whenever(options), [options]);
      const Shown = useSyncExternalStore(subscribe, () => loaded);
      return Shown ? <Shown {...props} /> : null;
    },
  };
}
