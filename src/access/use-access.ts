import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ApiProblem } from '#api';
import { useServerClock } from '#api';
import { type AccessList, keepKnownDoors, tenantKey } from '#model';
import { deferUnloadErrors, usePlatform } from '#platform';
import { useSignedIn } from '#session';
import { useSystem } from '#systems';
import { useNow } from '#ui';

/** What every key of this room's reads begins with, so that a problem may cast doubt on all of them. */
export const ACCESS_KEY = 'access';

/** The doors of whoever is signed in. */
export function useAccess(): UseQueryResult<AccessList, ApiProblem> {
  const { access } = useSystem();
  const { tenant } = useSignedIn();
  const platform = usePlatform();
  const subject = tenantKey(tenant);
  return useQuery<AccessList, ApiProblem>({
    queryKey: [ACCESS_KEY, subject],
    queryFn: async ({ signal, client, queryKey }) => {
      // Where the server does not say of when it is, this device does: not the library, which has a clock of its own.
      const dated = (list: AccessList) => ({ ...list, syncedAt: list.syncedAt ?? platform.clock.now() });
      // The first of several pages is better than nothing, and worse than all that was there before.
      const onFirstPage = (list: AccessList) =>
        client.setQueryData<AccessList>(queryKey, (known) => known ?? dated(list));
      return dated(await deferUnloadErrors(platform, access.fetch(subject, signal, onFirstPage)));
    },
    structuralSharing: (known, next) => keepKnownDoors(known as AccessList | undefined, next as AccessList),
  });
}

/** Hours open and close by the minute; this is how often a door's state is looked at anew. Ms. */
const LOOK_AGAIN_MS = 10_000;

/** Epoch ms on the server's clock, renewed while the page shows. */
export function useServerNow(): number {
  const clock = useServerClock();
  useNow(LOOK_AGAIN_MS);
  return Math.floor(clock.now() / LOOK_AGAIN_MS) * LOOK_AGAIN_MS;
}
