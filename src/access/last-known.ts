import type { QueryClient } from '@tanstack/react-query';
import { tenantHash } from '#activity';
import { STALE_AFTER_MS } from '#api';
import { type AccessList, type Door, type Tenant, tenantKey } from '#model';
import type { Clock, RecordStore } from '#platform';
import { ACCESS_KEY } from './use-access.ts';

/**
 * The last access list, stored on this device until the session ends, without lock keys. It shows at start while a new one
 * is being fetched, also in another tab.
 */
export type LastKnownDoors = {
  /** Puts this tenant's stored list into the query cache, unless that has one. */
  restore(tenant: Tenant): Promise<void>;
  /** Stores every list that is fetched from now on, if its tenant is still signed in. */
  follow(signedIn: () => Tenant | null): void;
  /** Removes the stored list. Resolves to whether storage confirmed it. */
  forget(): Promise<boolean>;
};

/** Two records, because the doors rarely change and the times always do. */
export type LastKnownRecord =
  | {
      readonly kind: 'doors';
      readonly shape: typeof SHAPE;
      readonly tenant: string;
      readonly doors: readonly StoredDoor[];
    }
  /** Epoch ms: `at` by this device's clock, `syncedAt` by the server. */
  | { readonly kind: 'fetched'; readonly tenant: string; readonly at: number; readonly syncedAt: number | null };

/** The release before stored no form. */
type StoredDoor = Omit<Door, 'form'> & Partial<Pick<Door, 'form'>>;

/** Increased with every change of `Door` that {@link StoredDoor} does not cover: lists stored by older builds are ignored. */
const SHAPE = 1;
/** Writing ten thousand doors blocks for a moment, so it waits until the page has rendered them. Ms. */
const STORE_AFTER_MS = 250;

export type LastKnownParts = {
  readonly records: RecordStore<LastKnownRecord>;
  readonly queries: QueryClient;
  readonly clock: Clock;
  /** With a reload the person asks for a new list, so the stored one counts as stale. */
  readonly isReload: boolean;
};

export function createLastKnown({ records, queries, clock, isReload }: LastKnownParts): LastKnownDoors {
  let kept: readonly Door[] | null = null;

  /** The time at which the list counts as fetched; 0 makes it stale. */
  const effectiveTime = (at: number) => {
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
      kept = known.doors.map(withForm);
      // If the server gave no time, the time of the fetch is used.
      const list: AccessList = { doors: kept, syncedAt: fetched.syncedAt ?? fetched.at };
      queries.setQueryData<AccessList>(queryKey, list, { updatedAt: effectiveTime(fetched.at) });
    },
    follow(signedIn) {
      queries.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual) return;
        const { queryKey, state } = event.query;
        clock.after(STORE_AFTER_MS, () => {
          const tenant = signedIn();
          if (queryKey[0] !== ACCESS_KEY || !tenant || queryKey[1] !== tenantKey(tenant)) return;
          void keep(tenant, state.data as AccessList, state.dataUpdatedAt);
        });
      });
    },
    async forget() {
      kept = null;
      const removed = await Promise.all([records.remove('doors'), records.remove('fetched')]);
      return removed.every(Boolean);
    },
  };
}

function withForm(door: StoredDoor): Door {
  return { ...door, form: door.form ?? (door.kind === 'unit' ? 'unit' : 'other') };
}

/** Lock keys stay in memory only: they open locks and are bound to the token that fetched them. */
function withoutKey(door: Door): Door {
  const { openability } = door;
  if (openability.kind !== 'openable' || openability.target.key === null) return door;
  return { ...door, openability: { ...openability, target: { ...openability.target, key: null } } };
}
