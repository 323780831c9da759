import type { EntryPoint, Lock, Site, Tenant, Unit, Zone } from '../world.ts';

/** An id derived from the text. */
export function idFor(kind: string, text: string): string {
  return `${kind}_${text.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`;
}

export function lockFor(id: string, name: string): Lock {
  return { id, name, serialNumber: `NFC-${id.slice(-12).toUpperCase()}`, motor: 'ok' };
}

type UnitFacts = Pick<Unit, 'id' | 'name' | 'site' | 'zoneId'> & Partial<Omit<Unit, 'id' | 'name' | 'site' | 'zoneId'>>;

/** A rented, paid unit with a lock; `facts` overrides the defaults. */
export function unit(facts: UnitFacts): Unit {
  return {
    grantType: 'tenant_primary',
    hasEntryPoint: true,
    lock: lockFor(`lock_${facts.id}`, `${facts.name} Lock`),
    closedAt: null,
    occupied: true,
    balanceDue: 0,
    paidThroughDate: null,
    moveInDate: null,
    pmsLockout: false,
    systemLockout: false,
    pmsAuction: false,
    pmsUnrentable: false,
    pmsLockExempt: false,
    systemExempt: false,
    blanket: false,
    accessHours: null,
    accessExpiresAt: null,
    forced: null,
    ...facts,
  };
}

type PointFacts = Pick<EntryPoint, 'id' | 'name' | 'site' | 'zone'> &
  Partial<Omit<EntryPoint, 'id' | 'name' | 'site' | 'zone'>>;

/** A gate that the rules permit; `facts` overrides the defaults. */
export function entryPoint(facts: PointFacts): EntryPoint {
  return {
    serialNumber: `EP-${facts.id.slice(-12).toUpperCase()}`,
    type: 'gate',
    motor: 'ok',
    deniedReason: undefined,
    wouldHaveAccess: true,
    accessHours: null,
    accessExpiresAt: null,
    ...facts,
  };
}

export function zone(id: string, name: string, hours: Zone['hours'] = null): Zone {
  return { id, name, displayName: name, hours };
}

export function tenant(facts: Pick<Tenant, 'id' | 'name' | 'phone' | 'site' | 'units' | 'entryPoints'>): Tenant {
  return { userId: facts.id.replace(/^tenant/, 'user'), email: null, ...facts };
}

export function site(id: string, name: string, company: string, timezone: string, phone: string): Site {
  return { id, name, company, timezone, phone };
}
