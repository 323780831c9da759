import { type ReactNode, useSyncExternalStore } from 'react';
import { type BaseLocationHook, Router } from 'wouter';
import { type Platform, PlatformContext, usePlatform } from '#platform';
import { ClockContext, FocusContext } from '#ui';

/** Gives a tree of components their platform: the app's, and that of every page that stands in place of it. */
export function PlatformProvider({
  platform,
  children,
}: {
  readonly platform: Platform;
  readonly children: ReactNode;
}) {
  return (
    <PlatformContext value={platform}>
      <ClockContext value={platform.clock}>
        <FocusContext value={platform.focus}>
          <Router hook={usePlatformLocation}>{children}</Router>
        </FocusContext>
      </ClockContext>
    </PlatformContext>
  );
}

/** Where the router is, by the platform. */
const usePlatformLocation: BaseLocationHook = () => {
  const { path, navigate, subscribe } = usePlatform().location;
  return [useSyncExternalStore(subscribe, path, path), navigate];
};
