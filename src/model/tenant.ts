/**
 * The person whose doors these are. All three identify them: the same number may rent from two operators, and hold two
 * accounts with one of them.
 */
export type Tenant = {
  /** Absolute address of the API that knows them. */
  readonly apiBase: string;
  readonly e164: string;
  /** `tenant_id` where the API gave one, else `user.id`. */
  readonly id: string;
  readonly name: string;
};

/** One string for all that makes a tenant this tenant; contains the number, so it is hashed before it is stored. */
export function tenantKey(tenant: Pick<Tenant, 'apiBase' | 'e164' | 'id'>): string {
  return JSON.stringify([tenant.apiBase, tenant.e164, tenant.id]);
}
