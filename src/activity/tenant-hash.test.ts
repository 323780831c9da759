import { describe, expect, it } from 'vitest';
import { ada } from './activity.test-helper.ts';
import { tenantHash } from './tenant-hash.ts';

describe('the key of a tenant’s records', () => {
  it('is the same for the same tenant, whatever the name', () => {
    expect(tenantHash({ ...ada })).toBe(tenantHash(ada));
    expect(tenantHash({ apiBase: ada.apiBase, e164: ada.e164, id: ada.id })).toBe(tenantHash(ada));
  });

  it.each([
    ['the API', { apiBase: 'https://other.test/v2' }],
    ['the number', { e164: '+13035550199' }],
    ['the account', { id: 't9' }],
  ])('changes with %s', (_what, facts) => {
    expect(tenantHash({ ...ada, ...facts })).not.toBe(tenantHash(ada));
  });

  it('depends on where one part ends and the next begins', () => {
    const one = { apiBase: 'a', e164: 'b","c', id: 'd' };
    const other = { apiBase: 'a', e164: 'b', id: 'c","d' };
    expect(tenantHash(one)).not.toBe(tenantHash(other));
  });

  it('is short, and does not contain the phone number', () => {
    expect(tenantHash(ada)).toMatch(/^[0-9a-z]{1,11}$/);
    expect(tenantHash(ada)).not.toContain('3035550101');
  });
});
