import type { Expectation, Step } from './script.ts';
import type { Target } from './target.ts';

/* Elements of the app by class name and id, because its texts depend on the language of the phone. */

export const field = { phone: { at: '#national' }, code: { at: '#code' }, search: { at: '#search' } };
export const sendCode: Target = { at: '.sign-in button[type="submit"]' };
export const openButton: Target = { at: '.unlock-button' };
export const back: Target = { at: '.back' };
export const refreshDoor: Target = { at: '.callout-bad button' };
export const accountMenu: Target = { at: '.topbar-account' };
export const switchAccount: Target = { at: '.account-switch' };
export const account = (named: string): Target => ({ at: '.account', named });
/** A link of the list that no door covers. */
const DOOR_LINK = '.doors:not([inert]) .door-link';
export const door = (named: string): Target => ({ at: DOOR_LINK, named });

const card = (named: string, state: 'permitted' | 'denied') => ({ at: `.door[data-state="${state}"]`, named });

/** Expectations for the app; `says` is the English text. */
export const shown = {
  signIn: { at: '#national' },
  signInAgain: { at: '.callout-unsure', says: 'You were signed out' },
  codeStep: { at: '#code' },
  wrongCode: (code: string) => ({
    at: `form:has(#code[value="${code}"]) #code-error`,
    says: 'This code is wrong or has expired',
  }),
  list: { at: DOOR_LINK },
  permitted: (named: string, says = 'You may open this') => ({ ...card(named, 'permitted'), says }),
  denied: (named: string, says: string) => ({ ...card(named, 'denied'), says }),
  lockless: (named: string) => ({ at: '.door:has(.door-state.soft)', named, says: 'No smart lock' }),
  ready: { at: '.unlock[data-state="ready"]', says: 'Ready' },
  moving: { at: '.unlock-button[aria-busy="true"]' },
  opened: { at: '.unlock[data-state="opened"]', says: 'Opened at' },
  over: { at: '.unlock[data-state="relay-ended"]', says: 'is over' },
  ended: (says: string) => ({ at: '.unlock[data-state="ended"]', says }),
  toast: (says: string) => ({ at: '.toast-title', says }),
  banner: (says: string) => ({ at: '.banner', says }),
  trouble: (says: string) => ({ at: '.callout-bad', says }),
};

/** Expectations for the plan, as CSS selectors. */
export const drawn = {
  lamp: (name: string, lamp: string) => `[data-door="${name}"][data-lamp="${lamp}"]`,
  tenantAt: (name: string) => `[data-position="${name}"]`,
  /** The plan shows whole sites instead of single doors. */
  fromAfar: '[data-detail="far"]',
  light: (light: 'day' | 'dusk' | 'night') => `[data-light="${light}"]`,
};

/** From the first screen to the list of doors; `then` is what the list must show. */
export function signInSteps(national: string, then: Expectation): readonly Step[] {
  return [
    {
      say: 'The tenant types the number that the facility has on file.',
      act: ({ type }) => type(field.phone, national),
      shows: { app: shown.signIn },
    },
    {
      say: 'A press, and a text message with a code is on its way.',
      act: ({ press }) => press(sendCode),
      shows: { app: shown.codeStep },
    },
    {
      say: 'A tap on the message hands the code over: nothing to type.',
      act: ({ tapMessage }) => tapMessage(),
      shows: then,
    },
  ];
}

/** Signs in, as preparation. */
export const signedIn = (national: string): readonly Step[] => signInSteps(national, { app: shown.list });

/** From the list to the page of a door. */
export function goTo(name: string, say: string, shows: Expectation = { app: shown.ready }): Step {
  return { say, act: ({ press }) => press(door(name)), shows };
}

/** A press and its outcome. `openings` is the number of openings after it. */
export function openingOf(name: string, openings: number, says: readonly [press: string, opened: string]): Step[] {
  return [
    {
      say: says[0],
      act: ({ press }) => press(openButton),
      shows: { app: shown.moving, plan: drawn.lamp(name, 'opening') },
    },
    { say: says[1], shows: { app: shown.opened, plan: drawn.lamp(name, 'open'), openings } },
  ];
}

export const backToList: Step = {
  say: 'Back to the list of doors.',
  act: ({ press }) => press(back),
  shows: { app: shown.list },
};
