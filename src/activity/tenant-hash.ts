import { type Tenant, tenantKey } from '#model';
import { hash53 } from '#platform';

/**
 * What a tenant's records are kept under. Short on purpose: a tenant's id is as long as a UUID, so that no number can be
 * found in it by trying them all, and tenants of one device are still told apart.
 */
export function tenantHash(tenant: Pick<Tenant, 'apiBase' | 'e164' | 'id'>): string {
  return hash53(tenantKey(tenant)).toString(36);
}
