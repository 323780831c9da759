import type { ReactNode } from 'react';
import { type Platform, PlatformContext } from '#platform';
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
        <FocusContext value={platform.focus}>{children}</FocusContext>
      </ClockContext>
    </PlatformContext>
  );
}
