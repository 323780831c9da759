import type { Reply } from './state.ts';

/* What the server of the gallery says when a state does not say otherwise: one tenant with a door of every kind. */

const HERE = 'gallery_here';
const LONG = 'A name that an operator typed without an end, '.repeat(8).slice(0, 300);

const unit = (id: string, name: string, more: object = {}) => ({
  unit_id: id,
  unit_name: name,
  location_id: HERE,
  grant_type: 'tenant_primary',
  access: true,
  state: 'active',
  has_unit_lock: true,
  lock_id: `lock-${id}`,
  ...more,
});

const point = (id: string, name: string, more: object = {}) => ({
  entry_point_id: id,
  name,
  location_id: HERE,
  access: true,
  key: `key-${id}`,
  ...more,
});

const UNITS = [
  unit('open', 'B204'),
  unit('long', LONG, { grant_type: 'tenant_shared' }),
  unit('hebrew', 'מחסן 17 – קומה ב׳'),
  unit('emoji', '🚪🔑 Unit 7️⃣ 👨‍👩‍👧‍👦'),
  unit('due', 'C101', {
    access: false,
    state: 'tenant_delinquent',
    balance_due: 150,
    paid_through_date: '2026-01-10',
  }),
  unit('no-lock', 'A305', { has_unit_lock: false, lock_id: null }),
  unit('nameless-lock', 'A306', { lock_id: null }),
];
const POINTS = [
  point('gate', 'Main Gate', { access_hours: { start: '06:00', end: '22:00' } }),
  point('denied', 'North Gate', { access: false, denied_reason: 'not_in_zone' }),
];

export const accessAnswer = (units: readonly object[] = UNITS, points: readonly object[] = POINTS): Reply => ({
  status: 200,
  body: {
    message: 'ok',
    data: { tenant_id: 'gallery', synced_at: new Date().toISOString(), units, entry_points: points },
  },
});

const account = (id: string, name: string, location: string) => ({ tenant_id: id, name, location, company: 'Elm' });

export const chooseAccount: Reply = {
  status: 200,
  body: { data: { token: null, accounts: [account('a', 'Ada Elm', 'Denver North'), account('b', LONG, 'Boulder')] } },
};

export const opened: Reply = {
  status: 200,
  // Of now: the time of an opening is bounded to its attempt.
  get body() {
    return { outcome: 'opened', opened_at: new Date().toISOString(), relay_seconds: 600 };
  },
};

export const soundServer: Readonly<Record<string, Reply>> = {
  'POST /api/v2/auth/phone': { status: 200, body: { message: 'sent' } },
  'POST /api/v2/auth/verify-otp': {
    status: 200,
    body: { data: { token: '1|gallery', user: { id: 'u', name: 'Ada' } } },
  },
  'POST /api/v2/auth/logout': { status: 200, body: { message: 'ok' } },
  'GET /api/v2/tenant/access': accessAnswer(),
  'POST /gateway/locks/lock-open/open': opened,
};

/** The configuration of the gallery, as an operator would write it. */
export const galleryConfig = {
  system: 'kiss',
  brand: { name: 'Gallery Storage' },
  opener: { kind: 'gateway' },
  locations: { [HERE]: { name: 'Denver North', timezone: 'America/Denver', phone: '+1 303 555 0150' } },
  support: { phone: '+1 303 555 0100', sms: '+1 303 555 0100', email: 'help@example.com' },
  legal: { terms: 'https://example.com/terms', privacy: 'https://example.com/privacy' },
  paymentUrl: 'https://example.com/pay',
  defaultCountry: 'US',
};
