/** Tenants: the number as E.164, and as the person types it. */
export const SARAH = { phone: '+13035550101', national: '303 555 0101' };
export const MIGUEL = { phone: '+13035550102', national: '303 555 0102' };
export const STAFF = { phone: '+13035550104', national: '303 555 0104' };
