import type { Sound } from './account-menu.tsx';

/** Stands in for `servicesFor(services).sound` until that exists; turning it on fails. */
export const noSound: Sound = {
  isOn: () => false,
  turnOn: () => Promise.reject(new Error('there are no tones')),
  turnOff: () => {},
  subscribe: () => () => {},
};
