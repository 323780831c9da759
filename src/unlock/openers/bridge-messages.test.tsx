// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { createServerClock } from '#api';
import { systemClock } from '#platform/test-helpers';
import { credentials } from '../unlock.test-helper.ts';
import { renderPanel } from '../unlock-panel.test-helper.tsx';
import { createUnlocker } from '../unlocker.ts';
import { createBridgeOpener } from './bridge.ts';

/** Renders the panel of a door in a shell whose taps have this result. Returns the shell's `open`. */
function showDoorInShell(result: string) {
  const open = vi.fn(async () => ({ result, relaySeconds: 5 }));
  const { now, after } = systemClock;
  const serverClock = createServerClock(systemClock);
  const unlocker = createUnlocker({
    opener: createBridgeOpener({ find: () => ({ version: 2, open }), credentials, now, after }),
    clock: systemClock,
    serverClock,
    isVisible: () => true,
    isOnline: () => true,
    isFramed: () => false,
    isCurrent: () => true,
    onPress: () => 'record',
    onOutcome: () => {},
  });
  renderPanel(unlocker, { opener: { kind: 'bridge' } });
  return open;
}

it.each([
  ['confirmed', 'Opened at'],
  ['fieldLostAfterStart', 'The lock is finishing. Check it.'],
  ['unconfirmed', 'We could not confirm that the door opened.'],
  ['scanTimeout', 'The lock did not answer.'],
  ['denied', 'Access denied. The door did not open.'],
  ['jammed', 'The lock is jammed.'],
  ['expired', 'The command came too late'],
  ['failed', 'The door did not open.'],
  ['cancelled', 'Cancelled. The door was not opened.'],
  ['nfcOff', 'NFC is off.'],
  ['wrongLock', 'That was another lock.'],
])('a tap with the result %s is one call, and shows “%s”', async (result, text) => {
  const open = showDoorInShell(result);
  fireEvent.click(screen.getByRole('button', { name: 'Open B204' }));
  await vi.waitFor(() => expect(screen.getByRole('status').textContent).toContain(text));
  expect(open).toHaveBeenCalledTimes(1);
});
