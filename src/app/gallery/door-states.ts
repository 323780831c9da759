import { accessAnswer } from './sound-server.ts';
import { type GalleryState, press, type Reply, type, waitFor } from './state.ts';

/* Behind sign-in. */

const ACCESS = 'GET /api/v2/tenant/access';
const OPEN = 'POST /gateway/locks/lock-open/open';
const refused: Reply = { status: 400, body: { message: 'Something about SQL.' } };
const nonsense: Reply = { status: 200, body: { data: 'levitating' } };
const limited: Reply = { status: 429, headers: { 'Retry-After': '600' }, body: {} };

const many = accessAnswer(
  Array.from({ length: 12 }, (_, at) => ({
    unit_id: `u${at}`,
    unit_name: `A${100 + at}`,
    location_id: 'gallery_here',
    access: true,
    has_unit_lock: true,
    lock_id: `l${at}`,
  })),
);

const doors: readonly Omit<GalleryState, 'path' | 'as'>[] = [
  { name: 'doors/loading', replies: { [ACCESS]: 'never' }, until: '.skeleton' },
  { name: 'doors/list', until: '.door' },
  { name: 'doors/empty', replies: { [ACCESS]: accessAnswer([], []) }, until: '.empty' },
  { name: 'doors/search', replies: { [ACCESS]: many }, until: '#search' },
  {
    name: 'doors/nothing-found',
    replies: { [ACCESS]: many },
    steps: [waitFor('#search'), type('#search', 'zebra')],
    until: '#search-count',
  },
  {
    name: 'doors/partial',
    replies: { [ACCESS]: accessAnswer([{ unit_id: 'u', unit_name: 'Y8', access: true }], []) },
    until: '.door',
  },
  {
    name: 'doors/refreshing',
    replies: { [ACCESS]: [accessAnswer(), 'never'] },
    steps: [waitFor('.door'), press('.doors-refresh')],
    until: '.doors-refresh[aria-disabled="true"]',
  },
  {
    name: 'doors/stale',
    replies: { [ACCESS]: [accessAnswer(), refused] },
    steps: [waitFor('.door'), press('.doors-refresh')],
    until: '.callout-bad',
  },
  { name: 'doors/refused', replies: { [ACCESS]: refused }, until: '.callout-bad' },
  { name: 'doors/nonsense', replies: { [ACCESS]: nonsense }, until: '.callout-bad' },
  { name: 'doors/too-many', replies: { [ACCESS]: limited }, until: '.banner' },
  { name: 'doors/offline', isOffline: true, replies: { [ACCESS]: 'no-network' }, until: '.banner' },
];

const outcome = (name: string, reply: Reply, until = '.unlock[data-state="ended"]') => ({
  name: `door/${name}`,
  at: 'open',
  replies: { [OPEN]: reply },
  steps: [waitFor('.unlock-button'), press('.unlock-button')],
  until,
});

const oneDoor = [
  { name: 'door/loading', at: 'open', replies: { [ACCESS]: 'never' as const }, until: '.skeleton' },
  { name: 'door/refused', at: 'open', replies: { [ACCESS]: refused }, until: '.callout-bad' },
  { name: 'door/ready', at: 'open', until: '.unlock[data-state="ready"]' },
  { name: 'door/long-name', at: 'long', until: '.unlock' },
  { name: 'door/right-to-left-name', at: 'hebrew', until: '.unlock' },
  { name: 'door/emoji', at: 'emoji', until: '.unlock' },
  { name: 'door/hours', at: 'gate', until: '.door-facts' },
  { name: 'door/payment-due', at: 'due', until: '.callout-bad' },
  { name: 'door/not-included', at: 'denied', until: '.callout-bad' },
  { name: 'door/no-lock', at: 'no-lock', until: '.callout' },
  { name: 'door/lock-unknown', at: 'nameless-lock', until: '.callout' },
  { name: 'door/no-opener', at: 'open', config: { opener: { kind: 'none' } }, until: '.callout' },
  { name: 'door/no-bridge', at: 'open', config: { opener: { kind: 'bridge' } }, until: '.callout' },
  outcome('sending', 'never', '.unlock[data-state="sending"]'),
  outcome('waiting', 'never', '.unlock[data-state="waiting"]'),
  {
    name: 'door/opened',
    at: 'open',
    steps: [waitFor('.unlock-button'), press('.unlock-button')],
    until: '.unlock[data-state="opened"]',
  },
  outcome('already-open', { status: 409, body: { outcome: 'already_open' } }),
  outcome('denied', { status: 403, body: { outcome: 'denied', message: 'Out of hours.' } }),
  outcome('jammed', { status: 423, body: { outcome: 'jammed' } }),
  outcome('not-answered', { status: 504, body: { outcome: 'not_answered' } }),
  outcome('expired', { status: 410, body: { outcome: 'expired' } }),
  outcome('unknown', { status: 500, body: {} }),
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
