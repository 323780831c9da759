import type { Scenario } from '../script.ts';
import { door, drawn, goTo, openButton, openingOf, shown, signedIn } from '../targets.ts';
import { SARAH } from './people.ts';

/* Failures at the door. */

const atB204 = [...signedIn(SARAH.national), goTo('B204', 'To unit B204.')];

export const lockDeleted: Scenario = {
  name: 'lock-deleted',
  title: 'A lock that is gone',
  watch: 'The lock was taken off the door while the tenant stood before it: a toast says so, and the list is fresh.',
  phone: SARAH.phone,
  before: atB204,
  steps: [
    {
      say: 'Sarah stands at unit B204. The app shows it as hers to open, and so does the plan.',
      shows: { app: shown.ready, plan: drawn.lamp('B204', 'permitted') },
    },
    {
      say: 'Behind the scenes a technician takes the lock off. The phone has not heard of it.',
      act: ({ facility }) => facility.deleteLock('B204'),
      shows: { app: shown.ready, plan: drawn.lamp('B204', 'none') },
    },
    {
      say: 'She presses Open. The answer is 404: “Lock not found”, and the list has been fetched anew.',
      act: ({ press }) => press(openButton),
      shows: { app: shown.toast('Lock not found'), plan: drawn.lamp('B204', 'none'), openings: 0 },
    },
    {
      say: 'On the fresh list the unit has no smart lock any more.',
      shows: { app: shown.lockless('B204'), plan: drawn.lamp('B204', 'none') },
    },
  ],
};

export const signalLost: Scenario = {
  name: 'signal-lost',
  title: 'Signal lost in mid-press',
  watch: 'The door opens and its answer never arrives: the app says that it could not confirm, and never guesses.',
  phone: SARAH.phone,
  before: atB204,
  steps: [
    {
      say: 'Sarah presses Open, and the motor turns.',
      act: ({ press }) => press(openButton),
      shows: { app: shown.moving, plan: drawn.lamp('B204', 'opening') },
    },
    {
      say: 'In this very moment the signal goes. What the lock will say finds nobody.',
      act: ({ setOnline }) => setOnline(false),
      shows: { app: shown.ended('We could not confirm'), plan: drawn.lamp('B204', 'opening') },
    },
    {
      say: 'The door did open, as the plan shows. The app says what it knows: look at the door.',
      shows: { app: shown.ended('Look at the door'), plan: drawn.lamp('B204', 'open'), openings: 1 },
    },
    {
      say: 'The signal is back. Nothing is sent again by itself: no door opens by surprise.',
      act: ({ setOnline }) => setOnline(true),
      shows: { app: shown.ended('We could not confirm'), plan: drawn.tenantAt('B204'), openings: 1 },
    },
  ],
};

export const jammedLock: Scenario = {
  name: 'jammed-lock',
  title: 'A jammed lock',
  watch: 'The motor cannot turn: the app says so, with what to try and whom to call, and it works once it is freed.',
  phone: SARAH.phone,
  arrange: (facility) => facility.motor('B204', 'jammed'),
  before: atB204,
  steps: [
    {
      say: 'The lock of B204 is jammed. The plan shows it; the phone cannot know.',
      shows: { app: shown.ready, plan: drawn.lamp('B204', 'jammed') },
    },
    {
      say: 'Sarah presses Open, and the motor tries.',
      act: ({ press }) => press(openButton),
      shows: { app: shown.moving, plan: drawn.lamp('B204', 'opening') },
    },
    {
      say: 'It gives up. “The lock is jammed. The door did not open”, and a number to call.',
      shows: { app: shown.ended('The lock is jammed'), plan: drawn.lamp('B204', 'jammed'), openings: 0 },
    },
    {
      say: 'She pushes the door, and the lock is free again.',
      act: ({ facility }) => facility.motor('B204', 'ok'),
      shows: { app: shown.ended('The lock is jammed'), plan: drawn.lamp('B204', 'permitted') },
    },
    ...openingOf('B204', 1, ['Another press: a new command with a key of its own.', 'This time it opens.']),
  ],
};

export const pressedTwice: Scenario = {
  name: 'pressed-twice',
  title: 'A door opened twice fast',
  watch: 'An impatient thumb presses three times; one command leaves, and the door moves once.',
  phone: SARAH.phone,
  before: atB204,
  steps: [
    {
      say: 'Sarah presses Open three times in a blink.',
      act: async ({ press, pressAgain }) => {
        await press(openButton);
        pressAgain(openButton);
        pressAgain(openButton);
      },
      shows: { app: shown.moving, plan: drawn.lamp('B204', 'opening') },
    },
    {
      say: 'The door opens, once.',
      shows: { app: shown.opened, plan: drawn.lamp('B204', 'open'), openings: 1 },
    },
    {
      say: 'It closes again. One command went out, with one key.',
      shows: { app: shown.over, plan: drawn.lamp('B204', 'permitted'), openings: 1 },
    },
  ],
};

export const serverTrouble: Scenario = {
  name: 'server-trouble',
  title: 'Server trouble',
  watch: 'The facility’s system fails: the last list stays, the trouble is said calmly, and doors still open.',
  phone: SARAH.phone,
  before: signedIn(SARAH.national),
  steps: [
    {
      say: 'The facility’s system goes down. The list that the phone has is still good.',
      act: ({ facility }) => facility.fault({ route: '/api/*', status: 503, times: 0, body: { message: 'Down.' } }),
      shows: { app: shown.permitted('B204'), plan: drawn.lamp('B204', 'permitted') },
    },
    {
      say: 'Sarah refreshes. The app tries a few times by itself, then says what is the matter.',
      act: ({ press }) => press({ at: '.doors-refresh' }),
      shows: { app: shown.trouble('has trouble right now'), plan: drawn.lamp('B204', 'permitted') },
    },
    {
      say: 'The doors are opened by a gateway of their own, so she goes to her unit.',
      act: ({ press }) => press(door('B204')),
      shows: { app: shown.ready },
    },
    ...openingOf('B204', 1, ['She presses Open.', 'It opens: the trouble is not at the door.']),
    {
      say: 'The system is back, and what happened meanwhile is reported by itself.',
      act: ({ facility }) => facility.clearFaults(),
      shows: { app: shown.over, plan: drawn.lamp('B204', 'permitted') },
    },
  ],
};
