import { tenantHash } from '#activity';
import { isJsonObject, type Tenant } from '#model';
import { createListeners, type JsonStore } from '#platform';

/** The doors that a tenant pinned, stored on this device until sign-out. */
export type Pins = {
  /** Ids of the pinned doors, in the order in which they were pinned. The same array while they are the same. */
  list(tenant: Tenant): readonly string[];
  /** Pins a door, or unpins a pinned one. At the limit of 50 the oldest pin makes room. */
  toggle(tenant: Tenant, doorId: string): void;
  /** Removes all pins. */
  remove(): void;
  /** Removes the pins of other tenants. */
  removeOthers(tenant: Tenant): void;
  /** Calls back after every change, also of another tab. Returns an unsubscribe function. */
  subscribe(changed: () => void): () => void;
};

const KEY = 'pins';
const MAX_PINS = 50;
const NONE: readonly string[] = [];

export function createPins(local: JsonStore): Pins {
  const { notify, subscribe } = createListeners();
  let listed = NONE;

  local.onOtherTab((key) => {
    if (key === null || key === KEY) notify();
  });

  /** Read from storage every time, because a suspended page is not told of the changes of other tabs. */
  const read = (tenant: Tenant) => {
    const stored = readStored(local.get(KEY));
    return stored?.tenant === tenantHash(tenant) ? stored.doorIds : NONE;
  };

  function remove() {
    local.remove(KEY);
    notify();
  }

  return {
    list(tenant) {
      const doorIds = read(tenant);
      const isSame = doorIds.length === listed.length && doorIds.every((id, index) => id === listed[index]);
      if (!isSame) listed = doorIds;
      return listed;
    },
    toggle(tenant, doorId) {
      const before = read(tenant);
      const doorIds = before.includes(doorId) ? before.filter((id) => id !== doorId) : [...before, doorId];
      local.set(KEY, { tenant: tenantHash(tenant), doorIds: doorIds.slice(-MAX_PINS) });
      notify();
    },
    remove,
    removeOthers(tenant) {
      const stored = local.get(KEY);
      if (stored !== null && readStored(stored)?.tenant !== tenantHash(tenant)) remove();
    },
    subscribe,
  };
}

type StoredPins = { readonly tenant: string; readonly doorIds: readonly string[] };

/** Null for a value of another shape. */
function readStored(value: unknown): StoredPins | null {
  if (!isJsonObject(value)) return null;
  const { tenant, doorIds } = value;
  if (typeof tenant !== 'string' || !Array.isArray(doorIds)) return null;
  return doorIds.every((id) => typeof id === 'string') ? { tenant, doorIds } : null;
}
