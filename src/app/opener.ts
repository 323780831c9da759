import { bearer } from '#api';
import { commonDialects, type Opener } from '#systems';
import { createBridgeOpener, createGatewayOpener, noOpener } from '#unlock';
import type { Services } from './services.ts';

/** The system's own opener of the configured kind, else the app's. */
export function createOpener(services: Services): Opener {
  const { actions, config, windows, system, transport, sessions, platform } = services;
  const { clock, online } = platform;
  const { isOnline } = online;
  const credentials = sessions.vault;
  const own = system.openers[config.opener.kind];
  if (own) return own({ transport, windows, credentials, clock, isOnline, refresh: actions.refresh });
  switch (config.opener.kind) {
    case 'gateway': {
      // docs/gateway.md: always a bearer token, whatever the system uses.
      const dialects = [services.dialect, ...commonDialects];
      const gateway = services.transportTo(config.opener.base, { authorize: bearer, dialects });
      return createGatewayOpener({ transport: gateway, windows, refresh: actions.refresh, isOnline });
    }
    case 'bridge':
      return createBridgeOpener({ find: () => window.doorBridge, credentials, now: clock.now, after: clock.after });
    case 'none':
      return noOpener;
  }
}
