import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ApiProblem } from '#api';
import { useServerClock } from '#api';
import { type AccessList, keepKnownDoors, tenantKey } from '#model';
import { deferUnloadErrors, usePlatform } from '#platform';
import { useSignedIn } from '#session';
import { useSystem } from '#systems';
import { useNow } from '#ui';

/** First part of every access query key, so that one call can invalidate them all. */
export const ACCESS_KEY = 'access';

/** The signed-in tenant's doors. */
export function useAccess(): UseQueryResult<AccessList, ApiProblem> {
  const { access } = useSystem();
  const { tenant } = useSignedIn();
  const platform = usePlatform();
  const subject = tenantKey(tenant);
  return useQuery<AccessList, ApiProblem>({
    queryKey: [ACCESS_KEY, subject],
    queryFn: async ({ signal, client, queryKey }) => {
      // If the server gives no time, this device's time is used. `dataUpdatedAt` would come from Date.now() instead of the
      // platform's clock.
      const withSyncTime = (list: AccessList) => ({ ...list, syncedAt: list.syncedAt ?? platform.clock.now() });
      // The first of several pages must not replace a complete list.
      const onFirstPage = (list: AccessList) =>
        client.setQueryData<AccessList>(queryKey, (known) => known ?? withSyncTime(list));
      return withSyncTime(await deferUnloadErrors(platform, access.fetch(subject, signal, onFirstPage)));
    },
    structuralSharing: (known, next) => keepKnownDoors(known as AccessList | undefined, next as AccessList),
  });
}

/** How often a door's state is computed again, because access hours start and end. Ms. */
const UPDATE_EVERY_MS = 10_000;

/** Epoch ms on the server's clock, updated every ten seconds. */
export function useServerNow(): number {
  const clock = useServerClock();
  useNow(UPDATE_EVERY_MS);
  return Math.floor(clock.now() / UPDATE_EVERY_MS) * UPDATE_EVERY_MS;
}
