import type { QueryClient } from '@tanstack/react-query';
import { tenantHash } from '#activity';
import { STALE_AFTER_MS } from '#api';
import { type AccessList, type Door, type Tenant, tenantKey } from '#model';
import type { Clock, RecordStore } from '#platform';
import { ACCESS_KEY } from './use-access.ts';

/**
 * The doors as this device last heard of them, kept until the session ends: what a start shows while it asks anew, and
 * what another tab begins with. Never the keys of locks.
 */
export type LastKnownDoors = {
  /** Puts them where the pages look for them, if there are any of this tenant and nothing newer is known. */
  restore(tenant: Tenant): Promise<void>;
  /** Keeps what the pages hear from now on, for whoever is signed in at that moment. */
  follow(signedIn: () => Tenant | null): void;
  /** Gives whether they are gone from the device. */
  forget(): Promise<boolean>;
};

/** Apart, because the doors seldom change and the moments always do. */
export type LastKnownRecord =
  | { readonly kind: 'doors'; readonly shape: typeof SHAPE; readonly tenant: string; readonly doors: readonly Door[] }
  /** Epoch ms: by this device's clock, and on the server's word. */
  | { readonly kind: 'fetched'; readonly tenant: string; readonly at: number; readonly syncedAt: number | null };

/** Raised with every change of `Door`: what an older build kept is not read. */
const SHAPE = 1;
/** Writing ten thousand doors takes a moment that the page has better use for. Ms. */
const KEEP_AFTER_MS = 250;

export type LastKnownParts = {
  readonly records: RecordStore<LastKnownRecord>;
  readonly queries: QueryClient;
  readonly clock: Clock;
  /** Whoever reloads the page has asked for a fresh list. */
  readonly isReload: boolean;
};

export function createLastKnown({ records, queries, clock, isReload }: LastKnownParts): LastKnownDoors {
  let kept: readonly Door[] | null = null;

  /** When it was fetched; 0 where that is to count as long ago. */
  const age = (at: number) => {
    if (isReload) return 0;
    return at > clock.now() ? clock.now() - STALE_AFTER_MS : at;
  };

  async function keep(tenant: Tenant, { doors, syncedAt }: AccessList, at: number) {
    const owner = tenantHash(tenant);
    if (doors !== kept) {
      kept = doors;
      await records.put('doors', { kind: 'doors', shape: SHAPE, tenant: owner, doors: doors.map(withoutKey) });
    }
    await records.put('fetched', { kind: 'fetched', tenant: owner, at, syncedAt });
  }

  return {
    async restore(tenant) {
      const owner = tenantHash(tenant);
      const own = (await records.all()).filter((record) => record.tenant === owner);
      const known = own.find((record) => record.kind === 'doors' && record.shape === SHAPE);
      const fetched = own.find((record) => record.kind === 'fetched');
      if (known?.kind !== 'doors' || fetched?.kind !== 'fetched') return;
      const queryKey = [ACCESS_KEY, tenantKey(tenant)];
      if (queries.getQueryData(queryKey) !== undefined) return;
      kept = known.doors;
      // Where the server does not say of when it is, this device does.
      const list: AccessList = { doors: known.doors, syncedAt: fetched.syncedAt ?? fetched.at };
      queries.setQueryData<AccessList>(queryKey, list, { updatedAt: age(fetched.at) });
    },
    follow(signedIn) {
      queries.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual) return;
        const { queryKey, state } = event.query;
        clock.after(KEEP_AFTER_MS, () => {
          const tenant = signedIn();
          if (queryKey[0] !== ACCESS_KEY || !tenant || queryKey[1] !== tenantKey(tenant)) return;
          void keep(tenant, state.data as AccessList, state.dataUpdatedAt);
        });
      });
    },
    async forget() {
      kept = null;
      const gone = await Promise.all([records.remove('doors'), records.remove('fetched')]);
      return gone.every(Boolean);
    },
  };
}

/** Keys open locks, and are bound to the token that fetched them: they live in memory only. */
function withoutKey(door: Door): Door {
  const { openability } = door;
  if (openability.kind !== 'openable' || openability.target.key === null) return door;
  return { ...door, openability: { ...openability, target: { ...openability.target, key: null } } };
}
