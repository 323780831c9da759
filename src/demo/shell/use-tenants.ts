import { useMemo, useSyncExternalStore } from 'react';
import type { Director } from '../director/director.ts';
import { usePicked } from './use-picked.ts';

/** Whoever the facility knows by the phone number that most visitors begin with. */
const USUAL_PHONE = '+13035550101';

/**
 * Whose doors the plan lights up, by tenant id: whoever is signed in on the phone, else whoever the scenario is about.
 */
export function useTenants(director: Director): readonly string[] {
  const progress = usePicked(director, director.progress);
  const { facility, phone } = director.demo();
  const signedIn = useSyncExternalStore(phone.subscribe, phone.tenantId);
  const number = progress.kind === 'idle' ? USUAL_PHONE : progress.scenario.phone;
  return useMemo(() => {
    const { tenants } = facility.world;
    const own = signedIn === null ? undefined : tenants.find(({ id, userId }) => [id, userId].includes(signedIn));
    return own ? [own.id] : tenants.filter(({ phone: theirs }) => theirs === number).map(({ id }) => id);
  }, [facility, signedIn, number]);
}
