import type { Denial, Grant } from '#model';
import type { WireEntryPoint, WireUnit } from './access-schema.ts';

/** States that are a reason by themselves (KISS guide, States). */
const BY_STATE: Readonly<Record<string, Denial>> = {
  vacant: { kind: 'vacant' },
  auction: { kind: 'auction' },
  unrentable: { kind: 'out-of-service' },
};

/** Denied reasons (KISS guide), except `delinquent`, which needs amounts. */
const BY_REASON: Readonly<Record<string, Denial>> = {
  future_move_in: { kind: 'not-started' },
  blanket_delinquency: { kind: 'other-unit-past-due' },
  pms_lockout: { kind: 'overlock' },
  system_lockout: { kind: 'operator-lockout' },
};

type Balance = {
  readonly balance_due?: number | null | undefined;
  readonly paid_through_date?: string | null | undefined;
};

/** `access` decides if it is present, else the state. A reason never permits. */
export function unitGrant(unit: WireUnit): Grant {
  const state = unit.state ?? unit.access_state ?? null;
  const permitted = unit.access ?? state === 'tenant_permitted';
  return permitted ? { kind: 'permitted' } : denied(state, unit.reason ?? unit.access_reason ?? null, unit);
}

/**
 * `access` decides if it is present. Else the newest shape, in which a null state and reason permit and any value denies
 * (KISS guide, the newest additions).
 */
export function entryPointGrant(point: WireEntryPoint): Grant {
  const state = point.access_state ?? null;
  const reason = point.denied_reason ?? point.access_reason ?? null;
  const permitted = point.access ?? (state === null && reason === null);
  if (permitted) return { kind: 'permitted' };
  if (reason === 'tenant_denied_in_zone') {
    return { kind: 'denied', denial: { kind: point.would_have_access === false ? 'not-included' : 'because-of-unit' } };
  }
  return denied(state, reason, {});
}

/** An unknown value becomes the denial `other`. */
function denied(state: string | null, reason: string | null, balance: Balance): Grant {
  const byState = own(BY_STATE, state);
  if (byState) return { kind: 'denied', denial: byState };
  if (reason === 'delinquent') {
    const { balance_due = null, paid_through_date = null } = balance;
    return { kind: 'denied', denial: { kind: 'payment-due', balanceDue: balance_due, paidThrough: paid_through_date } };
  }
  return { kind: 'denied', denial: own(BY_REASON, reason) ?? { kind: 'other' } };
}

/** Ignores inherited keys, because a wire value may be `constructor`. */
function own(table: Readonly<Record<string, Denial>>, key: string | null): Denial | undefined {
  return key !== null && Object.hasOwn(table, key) ? table[key] : undefined;
}
