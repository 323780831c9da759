// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { applyLook } from '#boot';
import { ConfigContext, UNBRANDED } from '#config';
import { createListeners } from '#platform';
import { createTestPlatform, createWatchedStore } from '#platform/test-helpers';
import type { SignedIn } from '#session';
import type { Sound } from '#unlock';
import { AccountMenu } from './account-menu.tsx';
import { PlatformProvider } from './platform-provider.tsx';

afterEach(() => applyLook(null));

const tenant = { apiBase: 'https://a.test', e164: '+13035550101', id: 't1', name: 'Ada' };

/** Shows the menu of a tenant with this many accounts. */
function show({ accounts = 1, name = 'Ada', sound = createSound() } = {}) {
  const { local, kept } = createWatchedStore();
  const actions = { onSwitchAccount: vi.fn(), onSignOut: vi.fn(), onClose: vi.fn() };
  const session = { kind: 'signed-in', tenant: { ...tenant, name }, accounts } as SignedIn;
  render(
    <PlatformProvider platform={createTestPlatform({ local })}>
      <ConfigContext value={UNBRANDED}>
        <AccountMenu session={session} sound={sound} isSigningOut={false} {...actions} />
      </ConfigContext>
    </PlatformProvider>,
  );
  return { kept, ...actions };
}

/** A sound that plays, or whose tones cannot be loaded. */
function createSound(canPlay = true): Omit<Sound, 'play'> {
  const { notify, subscribe } = createListeners();
  let isOn = false;
  const become = (next: boolean) => {
    isOn = next;
    notify();
  };
  return {
    isOn: () => isOn,
    turnOn: async () => (canPlay ? become(true) : Promise.reject(new TypeError('Failed to fetch'))),
    turnOff: () => become(false),
    subscribe,
  };
}

const sound = () => screen.getByRole<HTMLInputElement>('switch', { name: 'Sound' });
const look = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name });
const press = (element: HTMLElement) => act(async () => element.click());

it('names the account by the name and the number of its tenant', () => {
  show();
  expect(screen.getByRole('dialog', { name: 'Account' }).textContent).toMatch(/Ada\+13035550101/);
});

it('offers to switch the account only where the number has several', async () => {
  show();
  expect(screen.queryByRole('button', { name: 'Switch account' })).toBeNull();
  const { onSwitchAccount } = show({ accounts: 2 });
  await press(screen.getByRole('button', { name: 'Switch account' }));
  expect(onSwitchAccount).toHaveBeenCalledOnce();
});

it('is closed by a press on its backdrop, and not by one in it', async () => {
  const { onClose } = show();
  await press(screen.getByText('Ada'));
  expect(onClose).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('dialog'));
  expect(onClose).toHaveBeenCalledOnce();
});

describe('the look', () => {
  it('follows the system until one is chosen, and again afterwards', async () => {
    const { kept } = show();
    expect(look('System').checked).toBe(true);
    await press(look('Dark'));
    expect([look('Dark').checked, kept.get('look'), document.documentElement.dataset.look]).toEqual([
      true,
      'dark',
      'dark',
    ]);
    await press(look('System'));
    expect([kept.has('look'), document.documentElement.dataset.look]).toEqual([false, undefined]);
  });
});

describe('the sound', () => {
  it('is turned on and off', async () => {
    show();
    expect(sound().checked).toBe(false);
    await press(sound());
    expect(sound().checked).toBe(true);
    await press(sound());
    expect(sound().checked).toBe(false);
  });

  it('stays off with a message when its tones cannot be loaded', async () => {
    show({ sound: createSound(false) });
    await press(sound());
    expect(sound().checked).toBe(false);
    expect(screen.getByRole('alert').textContent).toContain('could not be turned on');
  });
});
