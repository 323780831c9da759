import type { Scenario } from '../script.ts';
import { door, drawn, goTo, openingOf, refreshDoor, shown, signedIn } from '../targets.ts';
import { SARAH, STAFF } from './people.ts';

/* Payment, access hours, and an account with very many doors. */

export const latePayment: Scenario = {
  name: 'late-payment',
  title: 'Late payment, then paid',
  watch:
    'A unit past due says how much and since when, and closes the gate of its zone; once paid, a refresh opens both.',
  phone: SARAH.phone,
  before: signedIn(SARAH.national),
  steps: [
    {
      say: 'Sarah owes for unit C101. It is denied, in the app and in the plan, and the gate of its zone with it.',
      shows: { app: shown.denied('C101', 'Payment due'), plan: drawn.lamp('C101', 'denied') },
    },
    {
      say: 'Its page says how much, since when, and where to pay.',
      act: ({ press }) => press(door('C101')),
      shows: { app: shown.trouble('Amount due: 150.00'), plan: drawn.lamp('Main Gate', 'denied') },
    },
    {
      say: 'She pays. The facility knows at once, and the plan shows it.',
      act: ({ facility }) => facility.unit('C101', { balanceDue: 0 }),
      shows: { app: shown.trouble('A payment is due'), plan: drawn.lamp('C101', 'permitted') },
    },
    {
      say: 'A refresh, and the door may be opened.',
      act: ({ press }) => press(refreshDoor),
      shows: { app: shown.ready, plan: drawn.lamp('Main Gate', 'permitted') },
    },
    ...openingOf('C101', 1, ['She presses Open.', 'Open.']),
  ],
};

const DAY_SECONDS = 86_400;

export const gateAtNight: Scenario = {
  name: 'gate-at-night',
  title: 'Gate closed for the night',
  watch:
    'At ten the gate closes for tenants: the light goes, the lamp turns, and the app says so; in the morning it opens.',
  phone: SARAH.phone,
  accessPath: '/access',
  async arrange(facility) {
    await facility.unit('C101', { balanceDue: 0 });
    await facility.entryPoint('Main Gate', { accessHours: { start: '06:00', end: '22:00' } });
    // The session must last through the night.
    await facility.settings({ tokenLifetimeSeconds: 2 * DAY_SECONDS });
  },
  before: signedIn(SARAH.national),
  steps: [
    {
      say: 'It is half past ten in the morning. The gate is open to tenants from six to ten at night.',
      shows: {
        app: shown.permitted('Main Gate'),
        plan: `${drawn.light('day')} ${drawn.lamp('Main Gate', 'permitted')}`,
      },
    },
    {
      say: 'The clock goes on to half past ten at night. The gate is closed, and the app knows the hours itself.',
      act: ({ jumpToHour }) => jumpToHour(22.5),
      shows: {
        app: shown.denied('Main Gate', 'Outside access hours · Opens at 6:00'),
        plan: `${drawn.light('night')} ${drawn.lamp('Main Gate', 'denied')}`,
      },
    },
    {
      say: 'Eight in the morning. It is light again, and the gate is open to her.',
      act: ({ jumpToHour }) => jumpToHour(8),
      shows: {
        app: shown.permitted('Main Gate'),
        plan: `${drawn.light('day')} ${drawn.lamp('Main Gate', 'permitted')}`,
      },
    },
    goTo('Main Gate', 'To the gate.'),
    ...openingOf('Main Gate', 1, ['A press.', 'And it opens.']),
  ],
};

export const tenThousandDoors: Scenario = {
  name: 'ten-thousand-doors',
  title: 'Ten thousand doors',
  watch:
    'An operator’s own account, 40 locations: the list and the plan stay quick, and a search finds one door of all.',
  phone: STAFF.phone,
  before: signedIn(STAFF.national),
  steps: [
    {
      say: 'Ten thousand doors at 40 locations, in the app and in the plan.',
      shows: { app: { at: '#search' }, plan: drawn.fromAfar },
    },
    {
      say: 'A search finds one of them.',
      act: ({ type }) => type({ at: '#search' }, '17-120'),
      shows: { app: shown.permitted('17-120') },
    },
    goTo('17-120', 'To its page.'),
    {
      say: 'A press, as quick as with ten doors.',
      act: ({ press }) => press({ at: '.unlock-button' }),
      shows: { app: shown.moving },
    },
    {
      say: 'Open: one door of ten thousand. The plan shows where she stands, and a press on its last button goes there.',
      shows: { app: shown.opened, plan: drawn.tenantAt('17-120'), openings: 1 },
    },
  ],
};
