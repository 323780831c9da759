import { type GalleryState, press, waitFor } from './state.ts';

/* The account menu, activity, help, and pages that replace the app. */

const ACCESS = 'GET /api/v2/tenant/access';
const REPORTS = 'POST /api/v2/user-access/reports';

export const otherStates: readonly GalleryState[] = [
  { name: 'menu/account', path: '/doors', as: 'signed-in', steps: [press('.topbar-account')], until: '.account-menu' },
  {
    name: 'menu/sign-out',
    path: '/doors',
    as: 'signed-in',
    steps: [press('.topbar-account'), press('.account-sign-out')],
    until: '.sign-out-cancel',
  },
  { name: 'activity/empty', path: '/activity', as: 'signed-in', until: '.empty' },
  { name: 'activity/list', path: '/activity', as: 'signed-in', hasHistory: true, until: '.event' },
  {
    name: 'activity/unsent',
    path: '/activity',
    as: 'signed-in',
    hasHistory: true,
    isOffline: true,
    replies: { [REPORTS]: 'no-network' },
    until: '.event',
  },
  { name: 'help/first', path: '/help', until: '.help-facts' },
  { name: 'help/offline', path: '/help', isOffline: true, until: '.help-facts' },
  {
    name: 'help/problems',
    path: '/doors',
    as: 'signed-in',
    replies: { [ACCESS]: { status: 501, headers: { 'X-Request-Id': 'req-1' }, body: {} } },
    steps: [waitFor('.callout-bad'), press('.callout-bad a[href$="/help"]')],
    until: '.help-exchanges li',
  },
  {
    name: 'help/copied',
    path: '/help',
    steps: [waitFor('.help-facts'), press('.help-facts button')],
    until: '.help-facts .status:not(:empty)',
  },
  {
    name: 'help/not-copied',
    path: '/help',
    copies: false,
    steps: [waitFor('.help-facts'), press('.help-facts button')],
    until: '.help-report',
  },
  { name: 'not-found/only', path: '/no/such/page', until: '#root .button-primary' },
  { name: 'config/broken', path: '/', config: { system: 'kisi', brand: { name: '' } }, until: '.faults' },
  {
    name: 'config/missing',
    path: '/',
    replies: { 'GET /config.json': { status: 503 } },
    until: '#root .button-primary',
  },
  { name: 'crashed/only', path: '/', until: '#root .button-primary' },
  { name: 'no-messages/only', path: '/', until: '#lost .button-primary' },
  { name: 'loading/only', path: '/', until: '[aria-busy="true"]' },
];
