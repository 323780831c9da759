/**
 * The signed-in tenant, identified by `apiBase`, `e164` and `id` together: one phone number may belong to tenants of two
 * operators, and to two accounts of one operator.
 */
export type Tenant = {
  /** Absolute URL of the API. */
  readonly apiBase: string;
  readonly e164: string;
  /** `tenant_id` if the API sent one, else `user.id`. */
  readonly id: string;
  readonly name: string;
};

/** Identifies a tenant as one string. Contains the phone number, so hash it before storing it. */
export function tenantKey(tenant: Pick<Tenant, 'apiBase' | 'e164' | 'id'>): string {
  return JSON.stringify([tenant.apiBase, tenant.e164, tenant.id]);
}
