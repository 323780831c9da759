import { type ReactNode, Suspense } from 'react';
import { useConfig } from '#config';
import { useMessages } from '#i18n';
import { lateBanners } from '#notices';
import { usePath } from '#router';
import { doorIn } from '#routes';
import { useSession } from '#session';
import { useHydrated } from '#ui';
import { lateFooter, signedInMenu } from './pages.ts';
import { useScrollToTop } from './scroll.ts';
import type { Services } from './services.ts';

/** The header and footer of every page. */
export function Layout({ children, services }: { readonly children: ReactNode; readonly services: Services }) {
  const t = useMessages();
  const path = usePath();
  useScrollToTop(path);
  const { brand } = useConfig();
  const session = useSession();
  const isHydrated = useHydrated();
  const isSignedIn = session.kind === 'signed-in';
  return (
    <>
      <header
        className={`topbar${isSignedIn ? ' topbar-signed-in' : ''}${doorIn(path) === null ? '' : ' topbar-at-door'}`}
      >
        <a className="skip-link" href="#content">
          {t.app.skipToContent}
        </a>
        <div className="topbar-row">
          {/* Signed in, a wide header starts further out. The key makes the brand a new element, whose move does not count as a layout shift. */}
          <span key={session.kind} className="brand">
            {brand.logo === undefined ? brand.name : <img className="brand-logo" src={brand.logo} alt={brand.name} />}
          </span>
          {isSignedIn ? (
            <Suspense fallback={null}>
              <signedInMenu.Page session={session} services={services} />
            </Suspense>
          ) : null}
        </div>
      </header>
      {isHydrated ? <lateBanners.Part /> : null}
      {children}
      {/* Keyed for the same reason: the height of the content above it changes with the page. */}
      {isHydrated ? <lateFooter.Part key={path} /> : null}
    </>
  );
}

/** The fallback while a page's code loads. CSS delays it, because most pages load within that delay. */
export function Loading() {
  const t = useMessages();
  return (
    <main id="content" className="page" aria-busy="true">
      <p role="status" className="status loading-late">
        {t.app.loading}
      </p>
    </main>
  );
}
