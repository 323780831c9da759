import { useMemo, useSyncExternalStore } from 'react';
import type { Director } from '../director/director.ts';
import { useSnapshot } from './use-snapshot.ts';

/** The phone number that the demo suggests for signing in. */
const DEFAULT_PHONE = '+13035550101';

/** Ids of the tenants whose doors the plan highlights: the tenant signed in on the phone, or the tenants of the scenario. */
export function useTenants(director: Director): readonly string[] {
  const progress = useSnapshot(director, director.progress);
  const { facility, phone } = director.demo();
  const signedIn = useSyncExternalStore(phone.subscribe, phone.tenantId);
  const number = progress.kind === 'idle' ? DEFAULT_PHONE : progress.scenario.phone;
  return useMemo(() => {
    const { tenants } = facility.world;
    const own = signedIn === null ? undefined : tenants.find(({ id, userId }) => [id, userId].includes(signedIn));
    return own ? [own.id] : tenants.filter(({ phone: theirs }) => theirs === number).map(({ id }) => id);
  }, [facility, signedIn, number]);
}
