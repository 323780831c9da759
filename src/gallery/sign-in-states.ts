import { type GalleryState, press, type Step, type, typeCode, waitFor } from './state.ts';
import { TWO_ACCOUNTS } from './tenants.ts';

/* Pages of the sign-in. */

const PHONE = 'POST /api/v2/auth/phone';
const VERIFY = 'POST /api/v2/auth/verify-otp';
const limited = { status: 429, headers: { 'Retry-After': '600' }, body: { message: 'Slow down.' } };

const SUBMIT = 'form button[type="submit"]';
const send = (national: string): readonly Step[] => [type('#national', national), press(SUBMIT)];
const toCode: readonly Step[] = [...send('3035550101'), waitFor('#code')];
const toAccounts: readonly Step[] = [...send(TWO_ACCOUNTS.slice(2)), typeCode('#code')];

const phone: readonly Omit<GalleryState, 'path'>[] = [
  { name: 'sign-in/empty', until: 'form' },
  { name: 'sign-in/nothing-typed', steps: [press(SUBMIT)], until: '#national-error' },
  {
    name: 'sign-in/too-short',
    steps: send('30'),
    until: '#national-error',
  },
  {
    name: 'sign-in/sending',
    replies: { [PHONE]: 'never' },
    steps: send('3035550101'),
    until: '[aria-disabled="true"]',
  },
  {
    name: 'sign-in/unknown-number',
    steps: send('3035550199'),
    until: '#national-error',
  },
  {
    name: 'sign-in/no-network',
    replies: { [PHONE]: 'no-network' },
    steps: send('3035550101'),
    until: '#national-error',
  },
  { name: 'sign-in/too-many-codes', replies: { [PHONE]: limited }, steps: send('3035550101'), until: '.banner' },
  { name: 'sign-in/offline', isOffline: true, until: '.banner' },
  { name: 'sign-in/asked-again', as: 'expired', until: '.callout' },
  { name: 'sign-in/refused-again', as: 'rejected-again', until: '.callout' },
  { name: 'code/empty', steps: toCode, until: '#code' },
  {
    name: 'code/incomplete',
    steps: [...toCode, type('#code', '12'), press(SUBMIT)],
    until: '#code-error',
  },
  {
    name: 'code/checking',
    replies: { [VERIFY]: 'never' },
    steps: [...toCode, typeCode('#code')],
    until: '[aria-disabled="true"]',
  },
  {
    name: 'code/wrong',
    steps: [...toCode, type('#code', '000000')],
    until: '#code-error',
  },
  { name: 'code/too-many', replies: { [VERIFY]: limited }, steps: [...toCode, typeCode('#code')], until: '.banner' },
  {
    name: 'code/server-trouble',
    replies: { [VERIFY]: { status: 503, body: {} } },
    steps: [...toCode, typeCode('#code')],
    until: '#code-error',
  },
];

export const signInStates: readonly GalleryState[] = [
  ...phone.map((state) => ({ ...state, path: '/sign-in' })),
  { name: 'account/list', path: '/sign-in', steps: toAccounts, until: '.account' },
  {
    name: 'account/choosing',
    path: '/sign-in',
    replies: { [VERIFY]: ['real', 'never'] },
    steps: [...toAccounts, waitFor('.account'), press('.account')],
    until: '.account[aria-disabled="true"]',
  },
  {
    name: 'account/refused',
    path: '/sign-in',
    replies: { [VERIFY]: ['real', { status: 403, body: { message: 'Not you.' } }] },
    steps: [...toAccounts, waitFor('.account'), press('.account')],
    until: '.callout-bad',
  },
];
