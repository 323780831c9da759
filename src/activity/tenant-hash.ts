import { type Tenant, tenantKey } from '#model';
import { hash53 } from '#platform';

/**
 * The key of a tenant's records. It covers the tenant's id, which is as long as a UUID, so the phone number cannot be found
 * by trying all numbers. 53 bits are enough to distinguish the tenants of one device.
 */
export function tenantHash(tenant: Pick<Tenant, 'apiBase' | 'e164' | 'id'>): string {
  return hash53(tenantKey(tenant)).toString(36);
}
