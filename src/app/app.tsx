import { lazy, Suspense, useEffect, useMemo } from 'react';
import { Route, Switch } from 'wouter';
import { ServerClockContext } from '#api';
import { ConfigContext } from '#config';
import { needWordsInside } from '#i18n';
import { RateLimitContext } from '#notices';
import { SessionContext, SignedInContext, useSession } from '#session';
import SignInPage from '#sign-in/page';
import { SystemContext } from '#systems';
import { ErrorBoundary } from './error-boundary.tsx';
import { useSessionRoutes } from './guard.ts';
import { Layout, Loading } from './layout.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import type { Services } from './services.ts';
import { owesRemoval, removeOwed, signOut } from './sign-out.ts';

/** A page and the words on it; neither is of use alone. */
const loadSignedIn = async () => (await Promise.all([import('./signed-in.tsx'), needWordsInside()]))[0];
const SignedInPages = lazy(loadSignedIn);
const loadHelp = async () => (await Promise.all([import('./help-page.tsx'), needWordsInside()]))[0];
const HelpPage = lazy(loadHelp);
/** While there is a network: help is for when there is none. */
const preloadNext = () => {
  for (const load of [loadSignedIn, loadHelp]) void load().catch(() => {});
};

/** Where it cannot be loaded now, the next start tries again. */
async function finishSignOut(services: Services) {
  const { servicesFor } = await loadSignedIn();
  servicesFor(services);
  await removeOwed(services);
}

/** The whole app, once it is configured. */
export function App({ services }: { readonly services: Services }) {
  const session = useMemo(
    () => ({
      store: services.sessions,
      returnPath: services.returnPath,
      signOut: (because: 'left' | 'switch-account') => signOut(services, because),
    }),
    [services],
  );
  return (
    <ErrorBoundary>
      <ConfigContext value={services.config}>
        <ServerClockContext value={services.serverClock}>
          <RateLimitContext value={services.rateLimits}>
            <SystemContext value={services.system}>
              <SessionContext value={session}>
                <Layout>
                  <Routes services={services} />
                </Layout>
              </SessionContext>
            </SystemContext>
          </RateLimitContext>
        </ServerClockContext>
      </ConfigContext>
    </ErrorBoundary>
  );
}

/** Each address belongs to those who are signed in or to those who are not; the guard moves whoever stands wrong. */
function Routes({ services }: { readonly services: Services }) {
  const session = useSession();
  useSessionRoutes(services.returnPath);
  const isSignedIn = session.kind === 'signed-in';
  useEffect(() => {
    if (isSignedIn) preloadNext();
  }, [isSignedIn]);
  useEffect(() => {
    if (owesRemoval(services.local)) void finishSignOut(services).catch(() => {});
  }, [services]);
  const behindSignIn = () =>
    session.kind === 'signed-in' ? (
      <SignedInContext value={session}>
        <SignedInPages services={services} session={session} />
      </SignedInContext>
    ) : null;
  return (
    <ErrorBoundary>
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/">{() => null}</Route>
          <Route path="/sign-in/*?">
            {() =>
              session.kind === 'signed-out' ? <SignInPage apiBase={services.apiBase} preloadNext={preloadNext} /> : null
            }
          </Route>
          <Route path="/doors/:doorId?">{behindSignIn}</Route>
          <Route path="/activity">{behindSignIn}</Route>
          <Route path="/help">{() => <HelpPage services={services} />}</Route>
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}
