import { Suspense, startTransition, useCallback, useEffect, useMemo, useState } from 'react';
import { ServerClockContext } from '#api';
import { ConfigContext, UNBRANDED } from '#config';
import { RateLimitContext } from '#notices';
import { yieldToMain } from '#platform';
import { usePath } from '#router';
import { type Area, areaOf } from '#routes';
import { SessionContext, SignedInContext, TO_REMOVE, useSession } from '#session';
import SignInPage, { type PreHydrationInput } from '#sign-in/page';
import { SystemContext } from '#systems';
import { HydratedContext } from '#ui';
import { ErrorBoundary } from './error-boundary.tsx';
import { Layout, Loading } from './layout.tsx';
import { helpPage, loadSignedInPages, notFoundPage, preloadNext, signedInPages } from './pages.ts';
import { PlatformProvider } from './platform-provider.tsx';
import type { Services } from './services.ts';
import { useSessionRedirect } from './session-redirect.ts';

/** The signed-in services clean up when they are created. If their code cannot be loaded, the next start tries again. */
async function loadPendingCleanup(services: Services) {
  const [{ servicesFor }] = await Promise.all([import('./signed-in.tsx'), loadSignedInPages(services)]);
  servicesFor(services);
}

const crashed = (services: Services, place: string) => (error: unknown) =>
  services.actions.countDefect({ kind: 'crash', place, error });

type Props = {
  readonly services: Services;
  /** Null without a prerendered form. */
  readonly early?: PreHydrationInput | null;
  /** Whether React hydrates the prerendered page. */
  readonly hydrates?: boolean;
};

export function App({ services, early = null, hydrates = false }: Props) {
  const [isHydrated, setHydrated] = useState(!hydrates);
  // A transition, because an urgent update would make React hydrate the whole page in one task.
  useEffect(() => {
    void yieldToMain(services.platform.clock).then(() => startTransition(() => setHydrated(true)));
  }, [services]);
  // The prerendered page has no brand, so hydration must not render one.
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

function Routes({ services, early }: Required<Pick<Props, 'services' | 'early'>>) {
  const session = useSession();
  const path = usePath();
  useSessionRedirect(services.returnPath, services.platform.location);
  const isSignedIn = session.kind === 'signed-in';
  const preload = useCallback(() => preloadNext(services), [services]);
  useEffect(() => {
    if (isSignedIn) preload();
  }, [isSignedIn, preload]);
  useEffect(() => {
    if (services.platform.local.get(TO_REMOVE)) void loadPendingCleanup(services).catch(() => {});
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

/** Renders nothing while a redirect is pending. */
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
