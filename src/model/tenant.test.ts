import { describe, expect, it } from 'vitest';
import { toE164 } from './phone-number.ts';
import { tenantKey } from './tenant.ts';

describe('a tenant', () => {
  const tenant = { apiBase: 'https://a.test', e164: '+13035550101', id: 't1' };

  it.each([
    ['another server', { apiBase: 'https://b.test' }],
    ['another number', { e164: '+13035550102' }],
    ['another account', { id: 't2' }],
  ])('has another key with %s', (_what, change) => {
    expect(tenantKey({ ...tenant, ...change })).not.toBe(tenantKey(tenant));
  });

  it('has an unambiguous key, whatever its parts contain', () => {
    const one = tenantKey({ apiBase: 'a","b', e164: 'c', id: 'd' });
    expect(one).not.toBe(tenantKey({ apiBase: 'a', e164: 'b","c', id: 'd' }));
  });

  it('has its phone number in E.164', () => {
    expect(toE164({ countryCode: '1', nationalNumber: '3035550101' })).toBe('+13035550101');
  });
});
