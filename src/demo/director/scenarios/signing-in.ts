import type { Scenario, ScriptActions } from '../script.ts';
import {
  account,
  accountMenu,
  backToList,
  drawn,
  field,
  goTo,
  openButton,
  openingOf,
  sendCode,
  shown,
  signedIn,
  signInSteps,
  switchAccount,
} from '../targets.ts';
import { MIGUEL, SARAH } from './people.ts';

/* Sign-in and session. */

export const firstVisit: Scenario = {
  name: 'first-visit',
  title: 'First visit',
  watch: 'From the phone number to the open unit: the gate, the building, the lock, and nothing to install.',
  phone: SARAH.phone,
  // With everything paid, all doors are permitted.
  arrange: (facility) => facility.unit('C101', { balanceDue: 0 }),
  steps: [
    ...signInSteps(SARAH.national, { app: shown.permitted('B204'), plan: drawn.lamp('B204', 'permitted') }),
    goTo('Main Gate', 'These are her doors. She is on the street, at the gate.', {
      app: shown.ready,
      plan: drawn.tenantAt('street'),
    }),
    ...openingOf('Main Gate', 1, [
      'One press. The command leaves at once.',
      'The gate has opened, and it said so itself.',
    ]),
    backToList,
    goTo('Building B Door', 'Next, the door of her building.'),
    ...openingOf('Building B Door', 2, ['A press.', 'It opens, and the plan shows where she is.']),
    backToList,
    goTo('B204', 'Her own unit.'),
    ...openingOf('B204', 3, ['The lock turns while its motor runs.', 'Open. It was written down in her activity.']),
  ],
};

export const twoAccounts: Scenario = {
  name: 'two-accounts',
  title: 'Two accounts',
  watch: 'One number, two companies: the tenant chooses, and the plan lights the doors of that account alone.',
  phone: MIGUEL.phone,
  steps: [
    ...signInSteps(MIGUEL.national, { app: { at: '.account', named: 'Denver North' } }),
    {
      say: 'He rents at two places. He chooses Denver North.',
      act: ({ press }) => press(account('Denver North')),
      shows: { app: shown.permitted('D12'), plan: drawn.lamp('D12', 'permitted') },
    },
    {
      say: 'The account menu says whose doors these are.',
      act: ({ press }) => press(accountMenu),
      shows: { app: switchAccount },
    },
    {
      say: 'To the other account: that takes a new code.',
      act: ({ press }) => press(switchAccount),
      shows: { app: shown.signIn },
    },
    {
      say: 'His number is still there.',
      act: ({ press }) => press(sendCode),
      shows: { app: shown.codeStep },
    },
    {
      say: 'A tap on the message.',
      act: ({ tapMessage }) => tapMessage(),
      shows: { app: { at: '.account', named: 'Phoenix Airport' } },
    },
    {
      say: 'Phoenix Airport, with other doors, and another plan.',
      act: ({ press }) => press(account('Phoenix Airport')),
      shows: { app: shown.permitted('P1'), plan: drawn.lamp('P1', 'permitted') },
    },
  ],
};

export const sessionExpires: Scenario = {
  name: 'session-expires',
  title: 'Session expires at the gate',
  watch: 'The sign-in runs out in the very moment of the press: sign in again, and be back at the same door.',
  phone: SARAH.phone,
  before: [...signedIn(SARAH.national), goTo('Building B Door', 'To the door of building B.')],
  steps: [
    {
      say: 'Sarah stands at the door of her building. Her session runs out; the phone does not know yet.',
      act: ({ facility }) => facility.expireTokens(),
      shows: { app: shown.ready, plan: drawn.lamp('Building B Door', 'permitted') },
    },
    {
      say: 'She presses Open. The answer is 401: no door moves, and the app asks her to sign in again.',
      act: ({ press }) => press(openButton),
      shows: { app: shown.signInAgain, plan: drawn.lamp('Building B Door', 'permitted'), openings: 0 },
    },
    {
      say: 'Her number is still there. One press for a new code.',
      act: ({ press }) => press(sendCode),
      shows: { app: shown.codeStep },
    },
    {
      say: 'A tap on the message, and she is back at the same door. It did not open by itself.',
      act: ({ tapMessage }) => tapMessage(),
      shows: {
        app: shown.ended('Press Open to open it now'),
        plan: drawn.lamp('Building B Door', 'permitted'),
        openings: 0,
      },
    },
    ...openingOf('Building B Door', 1, ['Now she presses.', 'And it opens.']),
  ],
};

const WRONG = ['111111', '222222', '333333', '444444', '555555'];

export const tooManyAttempts: Scenario = {
  name: 'too-many-attempts',
  title: 'Too many attempts',
  watch: 'Five wrong codes, and the server asks for a pause: a banner counts down, and nothing is sent before it ends.',
  phone: SARAH.phone,
  steps: [
    ...signInSteps(SARAH.national, { app: shown.codeStep }).slice(0, 2),
    ...WRONG.map((code, nth) => ({
      say: nth === 0 ? 'Somebody guesses: a wrong code.' : `Guess number ${nth + 1}.`,
      act: ({ type }: ScriptActions) => type(field.code, code),
      shows: { app: shown.wrongCode(code) },
    })),
    {
      say: 'One more. The answer is 429: a banner counts down to the moment that the server named.',
      act: ({ type }) => type(field.code, '666666'),
      shows: { app: shown.banner('Too many attempts') },
    },
    {
      say: 'A minute later the banner is gone, and the code of the message is good.',
      act: ({ jumpSeconds }) => jumpSeconds(61),
      shows: { app: { at: '.sign-in button[type="submit"]:not(:disabled)' } },
    },
    {
      say: 'A tap on it, and she is in.',
      act: ({ tapMessage }) => tapMessage(),
      shows: { app: shown.permitted('B204'), plan: drawn.lamp('B204', 'permitted') },
    },
  ],
};
