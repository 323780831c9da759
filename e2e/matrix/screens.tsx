import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import { createPins, PinsContext } from '#access';
import AccessPages from '#access/page';
import { ActivityContext } from '#activity';
import ActivityPage from '#activity/page';
import { createQueryClient, ServerClockContext } from '#api';
import { ConfigContext } from '#config';
import { RateLimitContext } from '#notices';
import { SessionContext, SignedInContext } from '#session';
import SignInPage from '#sign-in/page';
import { SystemContext } from '#systems';
import { UnlockContext } from '#unlock';
import { PlatformProvider } from '../../src/app/platform-provider.tsx';
import { Banners } from '../../src/notices/banners.tsx';
import { session } from '../../src/unlock/unlock.test-helper.ts';
import { createFakeServices, type ScreenInput } from './fake-services.ts';

const PHONE = { countryCode: '1', nationalNumber: '3035550101' };

/** Renders one screen of the app at a time on fake services. */
export function openScreens(input: ScreenInput) {
  const { services, system, activity, unlocker, startFailing } = createFakeServices(input);

  function show(address: string, isSignedIn: boolean) {
    services.platform.location.navigate(address);
    const page = address.startsWith('/sign-in') ? (
      <SignInPage apiBase={services.apiBase} defaultCountry="US" early={null} preloadNext={() => {}} />
    ) : address === '/activity' ? (
      <ActivityPage />
    ) : (
      <AccessPages />
    );
    render(
      <PlatformProvider platform={services.platform}>
        <ConfigContext value={services.config}>
          <SystemContext value={system}>
            <ServerClockContext value={services.serverClock}>
              <RateLimitContext value={services.rateLimits}>
                <SessionContext value={{ store: services.sessions, returnPath: services.returnPath }}>
                  <SignedInContext value={isSignedIn ? session : null}>
                    <ActivityContext value={activity}>
                      <UnlockContext value={unlocker}>
                        <PinsContext value={createPins(services.platform.local)}>
                          <QueryClientProvider client={createQueryClient(services.platform, () => true)}>
                            <Banners />
                            {page}
                          </QueryClientProvider>
                        </PinsContext>
                      </UnlockContext>
                    </ActivityContext>
                  </SignedInContext>
                </SessionContext>
              </RateLimitContext>
            </ServerClockContext>
          </SystemContext>
        </ConfigContext>
      </PlatformProvider>,
    );
  }

  /** Shows the code step as if a code had just been sent. */
  function showCode() {
    const draft = {
      country: 'US',
      national: '(303) 555-0101',
      sent: { phone: PHONE, at: Date.now() },
      choosing: false,
    };
    services.platform.local.set('sign-in', { savedAt: Date.now(), draft });
    show('/sign-in/code', false);
  }
  const typeCode = async () => {
    const field = await screen.findByRole('textbox', { name: 'Verification code' });
    fireEvent.change(field, { target: { value: '123456' } });
  };
  return {
    /** Each function runs an operation; its result appears afterwards. */
    phone: async () => {
      startFailing();
      show('/sign-in', false);
      fireEvent.change(screen.getByRole('textbox', { name: 'Phone number' }), { target: { value: '3035550101' } });
      fireEvent.click(screen.getByRole('button', { name: 'Send code' }));
    },
    verify: async () => {
      startFailing();
      showCode();
      await typeCode();
    },
    'verify with account': async () => {
      showCode();
      await typeCode();
      const [first] = await screen.findAllByRole('button', { name: /Elm/ });
      startFailing();
      if (first) fireEvent.click(first);
    },
    access: async () => {
      startFailing();
      show('/doors', true);
    },
    'access refresh': async () => {
      show('/doors', true);
      await screen.findByRole('link', { name: /B204/ });
      startFailing();
      fireEvent.click(screen.getByRole('button', { name: /Refresh$/ }));
    },
    open: async () => {
      show('/doors/u1', true);
      await screen.findByRole('heading', { level: 1, name: 'B204' });
    },
    log: async () => show('/activity', true),
  };
}
