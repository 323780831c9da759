import type { ReactNode } from 'react';
import { type Platform, PlatformContext } from '#platform';
import { ClockContext, FocusContext } from '#ui';

/** Provides the platform to the app, and to each page that is rendered instead of it. */
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
