import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wireEntryPoint, wireUnit } from './access-schema.ts';
import { entryPointGrant, unitGrant } from './denial.ts';

const unit = (facts: object) => unitGrant(wireUnit.parse({ unit_id: 'u', unit_name: 'U', ...facts }));
const point = (facts: object) => entryPointGrant(wireEntryPoint.parse({ id: 'g', name: 'G', ...facts }));
const permitted = { kind: 'permitted' };
const denied = (kind: string, more: object = {}) => ({ kind: 'denied', denial: { kind, ...more } });
const unpaid = (balanceDue: number | null = null, paidThrough: string | null = null) =>
  denied('payment-due', { balanceDue, paidThrough });

describe('a unit', () => {
  it.each<[object, unknown]>([
    [{ access: true, state: 'tenant_permitted', reason: 'active' }, permitted],
    [{ access: true, state: 'tenant_permitted', reason: 'pms_exempt' }, permitted],
    [{ access: true, state: 'tenant_permitted', reason: 'system_exempt' }, permitted],
    [{ access_state: 'tenant_permitted', access_reason: 'active' }, permitted],
    [{ access_state: 'tenant_permitted', access_reason: null }, permitted],
    [{ access_state: 'tenant_permitted' }, permitted],
    [{ state: 'tenant_permitted' }, permitted],
    [{ access: true, state: 'tenant_denied', reason: 'delinquent' }, permitted],
    [{ access: true }, permitted],
    [{ access: false, state: 'tenant_permitted', reason: 'active' }, denied('other')],
    [{ access: false }, denied('other')],
    [
      {
        access: false,
        state: 'tenant_denied',
        reason: 'delinquent',
        balance_due: 12.5,
        paid_through_date: '2026-04-30',
      },
      unpaid(12.5, '2026-04-30'),
    ],
    [{ access_state: 'tenant_denied', access_reason: 'delinquent' }, unpaid()],
    [{ access_state: 'tenant_denied', access_reason: 'delinquent', balance_due: '12' }, unpaid()],
    [{ access_state: 'tenant_denied', access_reason: 'future_move_in' }, denied('not-started')],
    [{ access_state: 'tenant_denied', access_reason: 'blanket_delinquency' }, denied('other-unit-past-due')],
    [{ access_state: 'tenant_denied', access_reason: 'pms_lockout' }, denied('overlock')],
    [{ access_state: 'tenant_denied', access_reason: 'system_lockout' }, denied('operator-lockout')],
    [{ access_state: 'vacant', access_reason: null }, denied('vacant')],
    [{ access_state: 'auction', access_reason: null }, denied('auction')],
    [{ access_state: 'unrentable', access_reason: null }, denied('out-of-service')],
    [{ access_state: 'auction', access_reason: 'delinquent' }, denied('auction')],
    [{ access_state: 'tenant_denied', access_reason: null }, denied('other')],
    [{ access_state: 'tenant_denied', access_reason: 'moon_phase' }, denied('other')],
    [{ access_state: 'tenant_paused', access_reason: 'active' }, denied('other')],
    [{ access_state: 'constructor', access_reason: '__proto__' }, denied('other')],
    [{ access_state: '', access_reason: '' }, denied('other')],
  ])('with %j is %j', (facts, grant) => {
    expect(unit(facts)).toEqual(grant);
  });

  it('is permitted by `access` or the state, never by a reason', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom('active', 'pms_exempt', 'system_exempt', 'permitted', 'tenant_permitted'),
    );
    fc.assert(
      fc.property(word, word, (state, reason) => {
        expect(unit({ access_state: state, access_reason: reason }).kind === 'permitted').toBe(
          state === 'tenant_permitted',
        );
        expect(unit({ access: false, state, reason }).kind).toBe('denied');
      }),
    );
  });
});

describe('an entry point', () => {
  it.each<[object, unknown]>([
    [{ access: true, would_have_access: true }, permitted],
    [{ access: true, access_state: 'tenant_denied', access_reason: 'delinquent' }, permitted],
    [{}, permitted],
    [{ access_state: null, access_reason: null, key: 'k' }, permitted],
    [{ access: false, would_have_access: true, denied_reason: 'tenant_denied_in_zone' }, denied('because-of-unit')],
    [{ access: false, would_have_access: false, denied_reason: 'tenant_denied_in_zone' }, denied('not-included')],
    [{ access: false }, denied('other')],
    [{ access: false, denied_reason: 'moon_phase' }, denied('other')],
    [{ access: false, access_state: null }, denied('other')],
    [{ denied_reason: 'tenant_denied_in_zone', would_have_access: true }, denied('because-of-unit')],
    [{ access_state: 'tenant_denied', access_reason: null, key: null }, denied('other')],
    [{ access_state: 'tenant_permitted' }, denied('other')],
    [{ access_state: null, access_reason: 'pms_lockout' }, denied('overlock')],
    [{ access_state: 'tenant_denied', access_reason: 'delinquent' }, unpaid()],
    [{ access_state: 'unrentable' }, denied('out-of-service')],
  ])('with %j is %j', (facts, grant) => {
    expect(point(facts)).toEqual(grant);
  });

  it('is denied by any state and any reason', () => {
    fc.assert(
      fc.property(fc.string(), (word) => {
        expect(point({ access_state: word }).kind).toBe('denied');
        expect(point({ access_reason: word }).kind).toBe('denied');
      }),
    );
  });
});
