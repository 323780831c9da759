import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ActivityContext, type ActivityServices } from '#activity';
import { createQueryClient, createRateWindows, createServerClock, ServerClockContext } from '#api';
import { ConfigContext } from '#config';
import { checkConfig } from '#config/check';
import { createWatchedScopes, RateLimitContext } from '#notices';
import { memoryStore, PlatformContext } from '#platform';
import { createTestPlatform } from '#platform/test-helpers';
import { SignedInContext } from '#session';
import { type Access, type System, SystemContext } from '#systems';
import { ClockContext } from '#ui';
import { READY, UnlockContext, type Unlocker, type UnlockState } from '#unlock';
import { unlockerInState } from '#unlock/test-helpers';
import { createPins } from './pins.ts';
import { PinsContext } from './use-pins.ts';

export const tenant = { apiBase: 'https://a.test', e164: '+13035550101', id: 't', name: 'Ada' };

/** The providers of a page for a signed-in tenant; `presses` are the activity records, `state` is that of every door. */
export function surroundings({
  fetch,
  locations = {},
  presses = [],
  platform = createTestPlatform(),
  state = READY,
  unlocker = unlockerInState(state),
}: {
  readonly fetch: Access['fetch'];
  readonly locations?: object;
  readonly presses?: readonly object[];
  readonly platform?: ReturnType<typeof createTestPlatform>;
  readonly state?: UnlockState;
  readonly unlocker?: Unlocker;
}) {
  const checked = checkConfig(JSON.stringify({ system: 'kiss', locations }));
  if (checked.kind !== 'ok') throw new Error('the test’s configuration is invalid');
  const queries = createQueryClient(platform, () => true);
  const system = { access: { scope: 'access', fetch } } as unknown as System;
  const serverClock = createServerClock(platform.clock);
  const windows = createRateWindows(memoryStore(), platform.clock, serverClock);
  const limits = { windows, watched: createWatchedScopes(windows), breaker: null };
  const journal = { list: async () => presses, known: () => presses, subscribe: () => () => {} };
  const pins = createPins(platform.local);
  const around = (page: ReactNode) => (
    <PlatformContext value={platform}>
      <ClockContext value={platform.clock}>
        <ConfigContext value={checked.config}>
          <SystemContext value={system}>
            <ServerClockContext value={serverClock}>
              <RateLimitContext value={limits}>
                <SignedInContext value={{ kind: 'signed-in', tenant } as never}>
                  <ActivityContext value={{ journal } as unknown as ActivityServices}>
                    <PinsContext value={pins}>
                      <UnlockContext value={unlocker}>
                        <QueryClientProvider client={queries}>{page}</QueryClientProvider>
                      </UnlockContext>
                    </PinsContext>
                  </ActivityContext>
                </SignedInContext>
              </RateLimitContext>
            </ServerClockContext>
          </SystemContext>
        </ConfigContext>
      </ClockContext>
    </PlatformContext>
  );
  return { around, queries, pins };
}
