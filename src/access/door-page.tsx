import { useEffect, useMemo, useState } from 'react';
import { useActivity } from '#activity';
import { getSignedInMessages, useSignedInMessages } from '#i18n';
import type { Door } from '#model';
import { ProblemNotice, RetryButton, showToast } from '#notices';
import { usePlatform } from '#platform';
import { useSystem } from '#systems';
import { StatusLine } from '#ui';
import { useUnlocker, useUnlockState } from '#unlock';
import { DoorDetails } from './door-details.tsx';
import { DoorFrame } from './door-frame.tsx';
import { useAccess } from './use-access.ts';
import { useLeaveDoor } from './use-leave-door.ts';

type Props = {
  readonly doorId: string;
  /** Whether the door covers the list, instead of being beside it. */
  readonly isSheet: boolean;
};

/** One door: a sheet over the list, or a pane beside it. Goes back to the list when the door is not on it. */
export function DoorPage({ doorId, isSheet }: Props) {
  const t = useSignedInMessages();
  const { scope: accessScope } = useSystem().access;
  const { data, error, isFetching, isFetchedAfterMount, refetch } = useAccess();
  // Memoized, because every press renders this page again and a list may have thousands of doors.
  const door = useMemo(() => data?.doors.find(({ id }) => id === doorId), [data, doorId]);
  const isNotListed = data !== undefined && !door && !isFetching && !error;
  const isMissing = isNotListed && isFetchedAfterMount;
  // A list that was fetched before this page opened may be too old to contain this door.
  useFetchWhen(isNotListed && !isFetchedAfterMount, refetch);
  useLeaveWhen(isMissing, doorId, useIsEntryPoint(doorId, door));
  useLeaveWhenNotFound(doorId);

  if (door) return <DoorDetails key={door.id} door={door} isSheet={isSheet} />;
  return (
    <DoorFrame title={t.unlock.open} isSheet={isSheet} tone="neutral">
      <StatusLine>{error ? null : t.app.loading}</StatusLine>
      {error ? (
        <ProblemNotice problem={error} title={t.doors.failedTitle}>
          <RetryButton scope={accessScope} isBusy={isFetching} onRetry={() => void refetch()} />
        </ProblemNotice>
      ) : (
        <div className="skeleton skeleton-card" aria-hidden="true" />
      )}
    </DoorFrame>
  );
}

function useFetchWhen(isDue: boolean, refetch: () => Promise<unknown>): void {
  useEffect(() => {
    if (isDue) void refetch();
  }, [isDue, refetch]);
}

/**
 * Whether this door is an entry point. When it is no longer listed, this is known from its last rendering, else from its
 * last press. Null while the presses are being read.
 */
function useIsEntryPoint(doorId: string, door: Door | undefined): boolean | null {
  const records = useActivity();
  const [seen, setSeen] = useState(door?.kind);
  if (door && door.kind !== seen) setSeen(door.kind);
  if (seen) return seen === 'entry-point';
  return records && records.find((record) => record.doorId === doorId)?.target.kind === 'entry-point';
}

function useLeaveWhen(isMissing: boolean, doorId: string, isEntryPoint: boolean | null): void {
  const platform = usePlatform();
  const leave = useLeaveDoor();
  useEffect(() => {
    if (!isMissing || isEntryPoint === null) return;
    const { toasts } = getSignedInMessages();
    const title = isEntryPoint ? toasts.entryPointNotFound : toasts.lockNotFound;
    void showToast(platform, { cause: `door ${doorId}`, title, next: toasts.doorNotYours });
    leave();
  }, [isMissing, doorId, isEntryPoint, leave, platform]);
}

/** Leaves the page after a press got a 404. The problem policy has already shown a toast, and fetches the list again. */
function useLeaveWhenNotFound(doorId: string): void {
  const leave = useLeaveDoor();
  const unlocker = useUnlocker();
  const state = useUnlockState(doorId);
  const isNotFound =
    state.kind === 'ended' && state.outcome.kind === 'not-sent' && state.outcome.because.kind === 'not-found';
  useEffect(() => {
    if (!isNotFound) return;
    unlocker.forget(doorId);
    leave();
  }, [isNotFound, doorId, unlocker, leave]);
}
