// @vitest-environment jsdom

import { act, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { createListeners } from '#platform';
import { createDirector } from '../director/director.ts';
import type { Touch } from '../director/fingers.ts';
import { stillDemo } from '../inspector/inspector.test-helper.ts';
import { PhoneFrame } from './phone-frame.tsx';

/** A director whose count of beginnings and whose last touch are the test's to set. */
function directed(beginning: number) {
  const listeners = createListeners();
  const real = createDirector({ begin: stillDemo, screen: () => null, plan: () => null, later: () => () => {} });
  let now: { beginning: number; touch: Touch | null } = { beginning, touch: null };
  return {
    director: {
      ...real,
      beginning: () => now.beginning,
      touch: () => now.touch,
      subscribe: listeners.subscribe,
    },
    set: (next: Partial<typeof now>) =>
      act(() => {
        now = { ...now, ...next };
        listeners.notify();
      }),
  };
}

const beginnings = () => screen.getAllByTitle('The app on the phone').map(({ dataset }) => dataset.beginning);

it('a new beginning has a frame of its own and no other, however often the script touched the phone before', () => {
  const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { director, set } = directed(6);
  render(<PhoneFrame director={director} onTouch={() => {}} />);
  for (let nth = 1; nth <= 6; nth++) set({ touch: { x: 1, y: 1, nth } });
  set({ beginning: 7, touch: null });
  expect(beginnings()).toEqual(['7']);
  expect(complaint).not.toHaveBeenCalled();
});
