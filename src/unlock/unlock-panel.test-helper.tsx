import { render } from '@testing-library/react';
import { createRateWindows, createServerClock } from '#api';
import { ConfigContext } from '#config';
import { checkConfig } from '#config/check';
import { createWatchedScopes, RateLimitContext } from '#notices';
import { memoryStore, type Platform, PlatformContext } from '#platform';
import { createTestPlatform } from '#platform/test-helpers';
import { SignedInContext } from '#session';
import { ClockContext } from '#ui';
import { aDoor, session } from './unlock.test-helper.ts';
import { UnlockContext } from './unlock-context.ts';
import { UnlockPanel } from './unlock-panel.tsx';
import type { Unlocker } from './unlocker.ts';

/** Renders the panel of a door in Denver for a signed-in tenant; `config` is merged into the configuration. */
export function renderPanel(
  unlocker: Unlocker,
  config: object = {},
  phone: string | null = null,
  platform: Platform = createTestPlatform(),
  onDone = () => {},
): void {
  const checked = checkConfig(JSON.stringify({ system: 'kiss', ...config }));
  const windows = createRateWindows(memoryStore(), platform.clock, createServerClock(platform.clock));
  render(
    <PlatformContext value={platform}>
      <ClockContext value={platform.clock}>
        <ConfigContext value={checked.kind === 'ok' ? checked.config : null}>
          <RateLimitContext value={{ windows, watched: createWatchedScopes(windows), breaker: null }}>
            <SignedInContext value={session}>
              <UnlockContext value={unlocker}>
                <UnlockPanel door={aDoor()} timeZone="America/Denver" phone={phone} onDone={onDone} />
              </UnlockContext>
            </SignedInContext>
          </RateLimitContext>
        </ConfigContext>
      </ClockContext>
    </PlatformContext>,
  );
}
