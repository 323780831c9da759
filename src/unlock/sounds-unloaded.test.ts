import { expect, it, vi } from 'vitest';
import { createTestPlatform, createWatchedStore } from '#platform/test-helpers';
import { createFakeAudio } from './audio.test-helper.ts';
import { createSound } from './sounds.ts';
import { settle } from './unlock.test-helper.ts';

vi.mock('./tones.ts', () => {
  throw new TypeError('Failed to fetch dynamically imported module');
});

it('the sound stays off when the code of the tones cannot be loaded, and a press throws nothing', async () => {
  const { local, kept } = createWatchedStore();
  const { device, notes } = createFakeAudio();
  const sound = createSound(createTestPlatform({ local, device }));
  await expect(sound.turnOn()).rejects.toThrow();
  expect([sound.isOn(), kept.has('sound')]).toEqual([false, false]);
  local.set('sound', true);
  sound.play('asked');
  await settle();
  expect(notes).toEqual([]);
});
