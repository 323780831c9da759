import { Suspense, startTransition, useCallback, useEffect, useMemo, useState } from 'react';
import { ServerClockContext } from '#api';
import { ConfigContext, UNBRANDED } from '#config';
import { RateLimitContext } from '#notices';
import { breathe } from '#platform';
import { usePath } from '#router';
import { type Area, areaOf } from '#routes';
import { SessionContext, SignedInContext, TO_REMOVE, useSession } from '#session';
import SignInPage, { type EarlyForm } from '#sign-in/page';
import { SystemContext } from '#systems';
import { HydratedContext } from '#ui';
import { ErrorBoundary } from './error-boundary.tsx';
import { useSessionRoutes } from './guard.ts';
import { Layout, Loading } from './layout.tsx';
import { helpPage, loadInside, notFoundPage, preloadNext, signedInPages } from './pages.ts';
import { PlatformProvider } from './platform-provider.tsx';
import type { Services } from './services.ts';

/** They remove it as soon as they are made. Where they cannot be loaded now, the next start tries again. */
async function removeWhatIsLeft(services: Services) {
  const [{ servicesFor }] = await Promise.all([import('./signed-in.tsx'), loadInside(services)]);
  servicesFor(services);
}

const crashed = (services: Services, place: string) => (error: unknown) =>
  services.actions.countDefect({ kind: 'crash', place, error });

type Props = {
  readonly services: Services;
  /** What was done on the prerendered page before; null where nothing was prerendered. */
  readonly early?: EarlyForm | null;
  /** Whether the page stands there already, as it was rendered at build. */
  readonly takesOver?: boolean;
};

/** The whole app, once it is configured. */
export function App({ services, early = null, takesOver = false }: Props) {
  const [isHydrated, setHydrated] = useState(!takesOver);
  // In small pieces again: an update that cannot wait would have all of the page taken over in one go.
  useEffect(() => {
    void breathe(services.clock).then(() => startTransition(() => setHydrated(true)));
  }, [services]);
  // The operator's text comes with the configuration; the prerendered page has none of it.
  const config = isHydrated ? services.config : UNBRANDED;
  const session = useMemo(() => ({ store: services.sessions, returnPath: services.returnPath }), [services]);
  return (
    <PlatformProvider platform={services.platform}>
      <ErrorBoundary onCrash={crashed(services, 'app')}>
        <HydratedContext value={isHydrated}>
          <ConfigContext value={config}>
            <ServerClockContext value={services.serverClock}>
              <RateLimitContext value={services.rateLimits}>
                <SystemContext value={services.system}>
                  <SessionContext value={session}>
                    <Layout services={services}>
                      <Routes services={services} early={early} />
                    </Layout>
                  </SessionContext>
                </SystemContext>
              </RateLimitContext>
            </ServerClockContext>
          </ConfigContext>
        </HydratedContext>
      </ErrorBoundary>
    </PlatformProvider>
  );
}

/** Each address belongs to those who are signed in or to those who are not; the guard moves whoever stands wrong. */
function Routes({ services, early }: Required<Pick<Props, 'services' | 'early'>>) {
  const session = useSession();
  const path = usePath();
  useSessionRoutes(services.returnPath, services.platform.location);
  const isSignedIn = session.kind === 'signed-in';
  const preload = useCallback(() => preloadNext(services), [services]);
  useEffect(() => {
    if (isSignedIn) preload();
  }, [isSignedIn, preload]);
  useEffect(() => {
    if (services.local.get(TO_REMOVE)) void removeWhatIsLeft(services).catch(() => {});
  }, [services]);
  return (
    <ErrorBoundary onCrash={crashed(services, 'page')}>
      <Suspense fallback={<Loading />}>
        <PageAt area={areaOf(path)} services={services} early={early} preloadNext={preload} />
      </Suspense>
    </ErrorBoundary>
  );
}

type PageProps = Required<Pick<Props, 'services' | 'early'>> & {
  readonly area: Area;
  readonly preloadNext: () => void;
};

/** Nothing where the guard is about to lead somewhere else. */
function PageAt({ area, services, early, preloadNext }: PageProps) {
  const session = useSession();
  switch (area) {
    case 'start':
      return null;
    case 'sign-in':
      return session.kind === 'signed-out' ? (
        <SignInPage
          apiBase={services.apiBase}
          defaultCountry={services.config.defaultCountry}
          preloadNext={preloadNext}
          early={early}
        />
      ) : null;
    case 'signed-in':
      return session.kind === 'signed-in' ? (
        <SignedInContext value={session}>
          <signedInPages.Page services={services} session={session} />
        </SignedInContext>
      ) : null;
    case 'public':
      return <helpPage.Page services={services} />;
    case 'unknown':
      return <notFoundPage.Page />;
  }
}
