import { chooseAccount } from './sound-server.ts';
import { type GalleryState, press, type Step, type, waitFor } from './state.ts';

/* Before anybody is signed in. */

const PHONE = 'POST /api/v2/auth/phone';
const VERIFY = 'POST /api/v2/auth/verify-otp';
const limited = { status: 429, headers: { 'Retry-After': '600' }, body: { message: 'Slow down.' } };

const typeNumber: readonly Step[] = [type('#national', '3035550101')];
const send: readonly Step[] = [...typeNumber, press('form button[type="submit"]')];
const toCode: readonly Step[] = [...send, waitFor('#code')];
const withCode: readonly Step[] = [...toCode, type('#code', '123456')];

const phone: readonly Omit<GalleryState, 'path'>[] = [
  { name: 'sign-in/empty', until: 'form' },
  { name: 'sign-in/nothing-typed', steps: [press('form button[type="submit"]')], until: '#national-error' },
  {
    name: 'sign-in/too-short',
    steps: [type('#national', '30'), press('form button[type="submit"]')],
    until: '#national-error',
  },
  { name: 'sign-in/sending', replies: { [PHONE]: 'never' }, steps: send, until: '[aria-disabled="true"]' },
  {
    name: 'sign-in/unknown-number',
    replies: { [PHONE]: { status: 422, body: { message: 'No tenant found.', errors: {} } } },
    steps: send,
    until: '#national-error',
  },
  { name: 'sign-in/no-network', replies: { [PHONE]: 'no-network' }, steps: send, until: '#national-error' },
  { name: 'sign-in/too-many-codes', replies: { [PHONE]: limited }, steps: send, until: '.banner' },
  { name: 'sign-in/offline', isOffline: true, until: '.banner' },
  { name: 'sign-in/asked-again', as: 'expired', until: '.callout' },
  { name: 'sign-in/refused-again', as: 'rejected-again', until: '.callout' },
  { name: 'code/empty', steps: toCode, until: '#code' },
  {
    name: 'code/incomplete',
    steps: [...toCode, type('#code', '12'), press('form button[type="submit"]')],
    until: '#code-error',
  },
  { name: 'code/checking', replies: { [VERIFY]: 'never' }, steps: withCode, until: '[aria-disabled="true"]' },
  {
    name: 'code/wrong',
    replies: { [VERIFY]: { status: 422, body: { message: 'The code is wrong.' } } },
    steps: withCode,
    until: '#code-error',
  },
  { name: 'code/too-many', replies: { [VERIFY]: limited }, steps: withCode, until: '.banner' },
  {
    name: 'code/server-trouble',
    replies: { [VERIFY]: { status: 503, body: {} } },
    steps: withCode,
    until: '#code-error',
  },
];

export const signInStates: readonly GalleryState[] = [
  ...phone.map((state) => ({ ...state, path: '/sign-in' })),
  { name: 'account/list', path: '/sign-in', replies: { [VERIFY]: chooseAccount }, steps: withCode, until: '.account' },
  {
    name: 'account/choosing',
    path: '/sign-in',
    replies: { [VERIFY]: [chooseAccount, 'never'] },
    steps: [...withCode, waitFor('.account'), press('.account')],
    until: '.account[aria-disabled="true"]',
  },
  {
    name: 'account/refused',
    path: '/sign-in',
    replies: { [VERIFY]: [chooseAccount, { status: 403, body: { message: 'Not you.' } }] },
    steps: [...withCode, waitFor('.account'), press('.account')],
    until: '.callout-bad',
  },
];
