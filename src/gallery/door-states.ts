import { type GalleryState, press, type Reply, type, waitFor } from './state.ts';
import {
  EVERY_STATE,
  HOSTILE_TEXTS,
  NOTHING_RENTED,
  SARAHS_OUTER_DOOR,
  SARAHS_UNIT,
  SARAHS_UNIT_WITH_BALANCE,
  SARAHS_UNIT_WITHOUT_LOCK,
} from './tenants.ts';

/* Pages of doors. */

const ACCESS = 'GET /api/v2/tenant/access';
const OPEN = `POST /gateway/locks/${SARAHS_UNIT.lockId}/open`;
const refused: Reply = { status: 400, body: { message: 'Something about SQL.' } };
const nonsense: Reply = { status: 200, body: { data: 'levitating' } };
const limited: Reply = { status: 429, headers: { 'Retry-After': '600' }, body: {} };

/** A list with one unit, in which a field of the contract is missing. */
const incomplete = (id: string, more: object): Reply => ({
  status: 200,
  body: { data: { units: [{ unit_id: id, unit_name: 'Y8', access: true, ...more }], entry_points: [] } },
});

const doors: readonly Omit<GalleryState, 'path' | 'as'>[] = [
  { name: 'doors/loading', replies: { [ACCESS]: 'never' }, until: '.skeleton' },
  { name: 'doors/list', until: '.door' },
  { name: 'doors/every-state', tenant: EVERY_STATE, until: '.door' },
  { name: 'doors/hostile-texts', tenant: HOSTILE_TEXTS, until: '.door' },
  { name: 'doors/empty', tenant: NOTHING_RENTED, until: '.empty' },
  {
    name: 'doors/nothing-found',
    tenant: EVERY_STATE,
    steps: [waitFor('#search'), type('#search', 'zebra')],
    until: '#search-count',
  },
  {
    name: 'doors/partial',
    replies: { [ACCESS]: incomplete('incomplete', {}) },
    until: '.door',
  },
  {
    name: 'doors/refreshing',
    replies: { [ACCESS]: ['real', 'never'] },
    steps: [waitFor('.door'), press('.doors-refresh')],
    until: '.doors-refresh[aria-disabled="true"]',
  },
  {
    name: 'doors/stale',
    replies: { [ACCESS]: ['real', refused] },
    steps: [waitFor('.door'), press('.doors-refresh')],
    until: '.callout-bad',
  },
  { name: 'doors/refused', replies: { [ACCESS]: refused }, until: '.callout-bad' },
  { name: 'doors/nonsense', replies: { [ACCESS]: nonsense }, until: '.callout-bad' },
  { name: 'doors/too-many', replies: { [ACCESS]: limited }, until: '.banner' },
  { name: 'doors/offline', isOffline: true, replies: { [ACCESS]: 'no-network' }, until: '.banner' },
];

/** The door of an outcome: a unit, or an entry point, whose form only the newer answer names. */
type Opened = Pick<GalleryState, 'tenant' | 'config'> & { readonly at: string; readonly route: string };

const UNIT: Opened = { at: SARAHS_UNIT.id, route: OPEN };
const entryPoint = (id: string, more: Pick<GalleryState, 'tenant' | 'config'> = {}): Opened => ({
  at: id,
  route: `POST /gateway/entry-points/${id}/open`,
  ...more,
});
const NAMES_FORMS = { api: { accessPath: '/access' } };
const GATE = entryPoint('ep_gate_open', { tenant: EVERY_STATE, config: NAMES_FORMS });
const OUTER_DOOR = entryPoint(SARAHS_OUTER_DOOR, { config: NAMES_FORMS });
const SHARED_DOOR = entryPoint(SARAHS_OUTER_DOOR);

const outcome = (
  name: string,
  reply: Reply | null,
  until = '.unlock[data-state="ended"]',
  { route, ...door }: Opened = UNIT,
) => ({
  name: `door/${name}`,
  ...door,
  ...(reply === null ? {} : { replies: { [route]: reply } }),
  steps: [waitFor('.unlock-button'), press('.unlock-button')],
  until,
});

const OPENED = '.unlock[data-state="opened"]';

const oneDoor = [
  { name: 'door/loading', at: SARAHS_UNIT.id, replies: { [ACCESS]: 'never' as const }, until: '.skeleton' },
  { name: 'door/refused', at: SARAHS_UNIT.id, replies: { [ACCESS]: refused }, until: '.callout-bad' },
  { name: 'door/ready', at: SARAHS_UNIT.id, until: '.unlock[data-state="ready"]' },
  { name: 'door/long-name', tenant: HOSTILE_TEXTS, at: 'unit_hostile_7', until: '.unlock' },
  { name: 'door/right-to-left-name', tenant: HOSTILE_TEXTS, at: 'unit_hostile_5', until: '.unlock' },
  { name: 'door/emoji', tenant: HOSTILE_TEXTS, at: 'unit_hostile_6', until: '.unlock' },
  {
    name: 'door/hours',
    tenant: EVERY_STATE,
    at: 'ep_gate_closed_now',
    config: { api: { accessPath: '/access' } },
    until: '.door-facts',
  },
  { name: 'door/payment-due', at: SARAHS_UNIT_WITH_BALANCE, until: '.callout-bad' },
  { name: 'door/not-included', tenant: EVERY_STATE, at: 'ep_gate_not_included', until: '.callout-bad' },
  { name: 'door/no-lock', at: SARAHS_UNIT_WITHOUT_LOCK, until: '.callout' },
  {
    name: 'door/lock-unknown',
    at: 'lock-unknown',
    replies: { [ACCESS]: incomplete('lock-unknown', { has_unit_lock: true, lock_id: null }) },
    until: '.callout',
  },
  { name: 'door/no-opener', at: SARAHS_UNIT.id, config: { opener: { kind: 'none' } }, until: '.callout' },
  { name: 'door/no-bridge', at: SARAHS_UNIT.id, config: { opener: { kind: 'bridge' } }, until: '.callout' },
  outcome('sending', 'never', '.unlock[data-state="sending"]'),
  outcome('waiting', 'never', '.unlock[data-state="waiting"]'),
  outcome('opened', null, OPENED),
  outcome('opened-gate', null, OPENED, GATE),
  outcome('opened-outer-door', null, OPENED, OUTER_DOOR),
  outcome('opened-shared-door', null, OPENED, SHARED_DOOR),
  outcome('already-open', { status: 409, body: { outcome: 'already_open' } }, undefined, GATE),
  outcome('denied', { status: 403, body: { outcome: 'denied', message: 'Out of hours.' } }, undefined, OUTER_DOOR),
  outcome('jammed', { status: 423, body: { outcome: 'jammed' } }),
  outcome('not-answered', { status: 504, body: { outcome: 'not_answered' } }),
  outcome('expired', { status: 410, body: { outcome: 'expired' } }),
  outcome('unknown', { status: 500, body: {} }),
  outcome('unknown-gate', { status: 500, body: {} }, undefined, GATE),
  outcome('unknown-shared-door', { status: 500, body: {} }, undefined, SHARED_DOOR),
  outcome('unsupported', { status: 501, body: {} }),
  outcome('too-many', limited),
  { ...outcome('offline', 'no-network'), isOffline: true },
];

export const doorStates: readonly GalleryState[] = [
  ...doors.map((state) => ({ ...state, path: '/doors', as: 'signed-in' as const })),
  ...oneDoor.map(({ at, ...state }) => ({
    ...state,
    path: `/doors/${encodeURIComponent(at)}`,
    as: 'signed-in' as const,
  })),
];
