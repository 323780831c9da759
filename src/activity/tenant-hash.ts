import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Tenant, tenantKey } from '#model';

/**
 * What a tenant's records are kept under. A library, because `crypto.subtle` is missing where the page is served over
 * plain HTTP. Hex, 256 bits.
 */
export function tenantHash(tenant: Pick<Tenant, 'apiBase' | 'e164' | 'id'>): string {
  return bytesToHex(sha256(utf8ToBytes(tenantKey(tenant))));
}
