import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { PinsContext } from '#access';
import AccessPages from '#access/page';
import { ActivityContext } from '#activity';
import { preloadToasts } from '#notices';
import { usePath } from '#router';
import { routes, withoutSlash } from '#routes';
import type { SignedIn } from '#session';
import { lazyPage } from '#ui';
import { UnlockContext } from '#unlock';
import type { Services } from './services.ts';
import { servicesFor } from './signed-in-services.ts';

export { SignedInMenu } from './signed-in-menu.tsx';
export { servicesFor } from './signed-in-services.ts';

const activityPage = lazyPage(() => import('#activity/page').then((page) => page.default));

export default function SignedInPages({
  services,
  session,
}: {
  readonly services: Services;
  readonly session: SignedIn;
}) {
  const path = usePath();
  const [{ queries, activity, pins, unlockerFor }] = useState(() => servicesFor(services));
  useEffect(() => {
    // Preloaded because at the gate there may be no network, and a toast must be able to report that.
    void activityPage.load().catch(() => {});
    void preloadToasts().catch(() => {});
  }, []);
  return (
    <QueryClientProvider client={queries}>
      <ActivityContext value={activity}>
        <UnlockContext value={unlockerFor(session)}>
          <PinsContext value={pins}>
            {withoutSlash(path) === routes.activity ? <activityPage.Page /> : <AccessPages />}
          </PinsContext>
        </UnlockContext>
      </ActivityContext>
    </QueryClientProvider>
  );
}
