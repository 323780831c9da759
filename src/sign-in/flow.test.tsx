// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ConfigContext } from '#config';
import { checkConfig } from '#config/check';
import { memoryStore, PlatformContext } from '#platform';
import { createTestPlatform, createWatchedStore } from '#platform/test-helpers';
import { createReturnPath, createSessionStore, SessionContext } from '#session';
import { type CodeAttempt, type CodeResult, type System, SystemContext } from '#systems';
import { FlowProvider, useFlow } from './flow.tsx';
import type { PreHydrationInput } from './pre-hydration-input.ts';

const API = 'https://a.test';
const PHONE = { countryCode: '1', nationalNumber: '3035550101' };
const account = (tenantId: string) => ({ tenantId, name: 'Ada', location: 'Elm', company: 'Elm' });
const CHOOSE: CodeResult = { kind: 'choose-account', accounts: [account('ten-1'), account('ten-2')] };
const DONE: CodeResult = { kind: 'signed-in', token: '1|abc', userId: 'user-1', name: 'Ada' };

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation((...args) => {
    throw new Error(args.join(' '));
  });
});

/** A sign-in at a server that gives these answers. */
function startFlow(
  answers: CodeResult[] = [],
  config: { readonly defaultCountry?: string } = { defaultCountry: 'US' },
  early: PreHydrationInput | null = null,
) {
  const sessions = createSessionStore(memoryStore(), API, {}, Date.now);
  const asked: CodeAttempt[] = [];
  const { local, kept } = createWatchedStore();
  const platform = createTestPlatform({ local });
  const verifyCode = async (attempt: CodeAttempt) => {
    asked.push(attempt);
    return answers.shift() ?? DONE;
  };
  const system = { signIn: { kind: 'phone-code', verifyCode } } as unknown as System;
  const checked = checkConfig(JSON.stringify({ system: 'kiss', ...config }));
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <PlatformContext value={platform}>
      <ConfigContext value={checked.kind === 'ok' ? checked.config : null}>
        <SystemContext value={system}>
          <SessionContext value={{ store: sessions, returnPath: createReturnPath(memoryStore()) }}>
            <FlowProvider defaultCountry={config.defaultCountry} early={early} apiBase={API} preloadNext={() => {}}>
              {children}
            </FlowProvider>
          </SessionContext>
        </SystemContext>
      </ConfigContext>
    </PlatformContext>
  );
  const open = () => renderHook(() => useFlow(), { wrapper }).result;
  return { open, sessions, asked, kept };
}

async function enterPhoneNumber(flow: { readonly current: ReturnType<typeof useFlow> }) {
  await act(async () => flow.current.typed('US', '(303) 555-0101'));
  await act(async () => flow.current.codeSent(PHONE));
}

describe('signing in', () => {
  it('starts with the operator’s country and no number', () => {
    expect(startFlow([], { defaultCountry: 'MX' }).open().current.draft).toEqual({
      country: 'MX',
      national: '',
      sent: null,
      choosing: false,
    });
  });

  it('starts with the number that was typed before the app loaded, not a stored one', async () => {
    const early = { national: '303 555', isFocused: true, keepsField: true, takeOver: () => false };
    const { open } = startFlow([], { defaultCountry: 'US' }, early);
    expect(open().current.draft).toMatchObject({ country: 'US', national: '303 555' });
  });

  it('with one account creates a session with the user, the phone number and this API', async () => {
    const { open, sessions, asked } = startFlow([DONE]);
    const flow = open();
    await enterPhoneNumber(flow);
    expect(await act(() => flow.current.verify('123456', null))).toBe('signed-in');
    expect(asked).toEqual([{ phone: PHONE, code: '123456', accountId: null }]);
    expect(sessions.get()).toMatchObject({
      kind: 'signed-in',
      tenant: { apiBase: API, e164: '+13035550101', id: 'user-1', name: 'Ada' },
      phone: { country: 'US', national: '(303) 555-0101' },
      accounts: 1,
    });
    expect(sessions.vault.of(JSON.stringify([API, '+13035550101', 'user-1']))?.token).toBe('1|abc');
  });

  it('with several accounts asks for one, and creates its session with the same code', async () => {
    const { open, sessions, asked } = startFlow([CHOOSE, DONE]);
    const flow = open();
    await enterPhoneNumber(flow);
    expect(await act(() => flow.current.verify('123456', null))).toBe('choose');
    expect(flow.current.choice).toEqual({ code: '123456', accounts: [account('ten-1'), account('ten-2')] });
    expect(sessions.get()).toMatchObject({ kind: 'signed-out' });
    await act(() => flow.current.verify('123456', 'ten-2'));
    expect(asked[1]).toEqual({ phone: PHONE, code: '123456', accountId: 'ten-2' });
    expect(sessions.get()).toMatchObject({ tenant: { id: 'ten-2' }, accounts: 2 });
  });

  it('continues at the same step after a reload, without the code', async () => {
    const person = startFlow([CHOOSE]);
    const flow = person.open();
    await enterPhoneNumber(flow);
    await act(() => flow.current.verify('123456', null));
    expect(JSON.stringify([...person.kept])).not.toContain('123456');
    cleanup();
    const again = person.open().current;
    expect(again.draft).toMatchObject({ national: '(303) 555-0101', sent: { phone: PHONE }, choosing: true });
    expect(again.choice).toBeNull();
  });

  it('keeps the sent code when the number is formatted in the same task', async () => {
    const flow = startFlow().open();
    await enterPhoneNumber(flow);
    const before = flow.current;
    await act(async () => {
      before.codeSent({ ...PHONE, nationalNumber: '3035550102' });
      before.typed('US', '(303) 555-0102');
    });
    expect(flow.current.draft).toMatchObject({
      national: '(303) 555-0102',
      sent: { phone: { nationalNumber: '3035550102' } },
    });
  });

  it('leaves no draft on the device when it is done', async () => {
    const person = startFlow([DONE]);
    const flow = person.open();
    await enterPhoneNumber(flow);
    await act(() => flow.current.verify('123456', null));
    expect(person.kept.size).toBe(0);
  });

  it('fails when no code was sent', async () => {
    await expect(startFlow().open().current.verify('123456', null)).rejects.toThrow('needs a sent code');
  });

  it('drops the choice of accounts when another code is sent', async () => {
    const flow = startFlow([CHOOSE]).open();
    await enterPhoneNumber(flow);
    await act(() => flow.current.verify('123456', null));
    await act(async () => flow.current.codeSent(PHONE));
    expect(flow.current).toMatchObject({ choice: null, draft: { choosing: false } });
  });
});
