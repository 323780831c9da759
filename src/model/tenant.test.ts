import { describe, expect, it } from 'vitest';
import { toE164 } from './phone-number.ts';
import { tenantKey } from './tenant.ts';

describe('a tenant', () => {
  const tenant = { apiBase: 'https://a.test', e164: '+13035550101', id: 't1' };

  it.each([
    ['another server', { apiBase: 'https://b.test' }],
    ['another number', { e164: '+13035550102' }],
    ['another account', { id: 't2' }],
  ])('is another one at %s', (_what, change) => {
    expect(tenantKey({ ...tenant, ...change })).not.toBe(tenantKey(tenant));
  });

  it('cannot be made to look like another by what stands in the parts', () => {
    const one = tenantKey({ apiBase: 'a","b', e164: 'c', id: 'd' });
    expect(one).not.toBe(tenantKey({ apiBase: 'a', e164: 'b","c', id: 'd' }));
  });

  it('has a number that is written in one way only', () => {
    expect(toE164({ countryCode: '1', nationalNumber: '3035550101' })).toBe('+13035550101');
  });
});
