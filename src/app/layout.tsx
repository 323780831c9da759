import { type ReactNode, Suspense } from 'react';
import { useLocation } from 'wouter';
import { useConfig } from '#config';
import { useWords } from '#i18n';
import { LateBanners } from '#notices';
import { useSession } from '#session';
import { useHydrated } from '#ui';
import { Footer } from './footer.tsx';
import { signedInMenu } from './pages.ts';
import { useScrollToTop } from './scroll.ts';

/** What stands around every page. */
export function Layout({ children }: { readonly children: ReactNode }) {
  const t = useWords();
  const [path] = useLocation();
  useScrollToTop(path);
  const { brand } = useConfig();
  const session = useSession();
  const isHydrated = useHydrated();
  return (
    <>
      <header className="topbar">
        <a className="skip-link" href="#content">
          {t.app.skipToContent}
        </a>
        <div className="topbar-row">
          <span className="brand">
            {brand.logo === undefined ? brand.name : <img className="brand-logo" src={brand.logo} alt={brand.name} />}
          </span>
          {session.kind === 'signed-in' ? (
            <Suspense fallback={null}>
              <signedInMenu.Page hasAccounts={session.accounts > 1} />
            </Suspense>
          ) : null}
        </div>
      </header>
      {isHydrated ? <LateBanners /> : null}
      {children}
      {/* A new one a page: one that stayed would move with what stands above it. */}
      {isHydrated ? <Footer key={path} /> : null}
    </>
  );
}

/** A page whose code is on its way; quiet, because it is mostly there before anybody sees it. */
export function Loading() {
  const t = useWords();
  return (
    <main id="content" className="page" aria-busy="true">
      <p role="status" className="status loading-late">
        {t.app.loading}
      </p>
    </main>
  );
}
