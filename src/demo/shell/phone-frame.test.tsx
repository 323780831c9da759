// @vitest-environment jsdom

import { act, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { createListeners } from '#platform';
import { createDirector } from '../director/director.ts';
import type { Touch } from '../director/input-driver.ts';
import { stillDemo } from '../inspector/inspector.test-helper.ts';
import { PhoneFrame } from './phone-frame.tsx';

/** A director with a demo id and a last touch that the test sets. */
function createTestDirector(demoId: number) {
  const listeners = createListeners();
  const real = createDirector({
    createDemo: stillDemo,
    phoneWindow: () => null,
    plan: () => null,
    setTimer: () => () => {},
  });
  let now: { demoId: number; touch: Touch | null } = { demoId, touch: null };
  return {
    director: {
      ...real,
      demoId: () => now.demoId,
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

const frames = () => screen.getAllByTitle('The app on the phone').map(({ dataset }) => dataset.demoId);

it('replaces the frame for a new demo, after any number of touches', () => {
  const consoleError = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { director, set } = createTestDirector(6);
  render(<PhoneFrame director={director} onTouch={() => {}} />);
  for (let nth = 1; nth <= 6; nth++) set({ touch: { x: 1, y: 1, nth } });
  set({ demoId: 7, touch: null });
  expect(frames()).toEqual(['7']);
  expect(consoleError).not.toHaveBeenCalled();
});
