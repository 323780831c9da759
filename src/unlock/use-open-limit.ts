import { useRateLimit } from '#notices';
import { useSignedIn } from '#session';
import { useSecondsUntil } from '#ui';
import { useUnlocker } from './unlock-context.ts';

/** Seconds until the rate limit of the signed-in tenant's open commands ends; 0 without one. */
export function useOpenLimit(): number {
  const { opener } = useUnlocker();
  const { tenant } = useSignedIn();
  return useSecondsUntil(useRateLimit(opener.scope(tenant.id)));
}
