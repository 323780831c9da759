import { type ReactNode, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useConfig } from '#config';
import { useWords } from '#i18n';
import { Banners } from '#notices';
import { useSession, useSessionServices } from '#session';
import { QuestionIcon } from '#ui';
import { Footer } from './footer.tsx';
import { useScrollToTop } from './scroll.ts';

/** What stands around every page. */
export function Layout({ children }: { readonly children: ReactNode }) {
  const t = useWords();
  const [path] = useLocation();
  useScrollToTop(path);
  const { brand } = useConfig();
  const session = useSession();
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
          {session.kind === 'signed-in' ? <SignedInMenu hasAccounts={session.accounts > 1} /> : null}
        </div>
      </header>
      <Banners />
      {children}
      {/* A new one a page: one that stayed would move with what stands above it. */}
      <Footer key={path} />
    </>
  );
}

function SignedInMenu({ hasAccounts }: { readonly hasAccounts: boolean }) {
  const t = useWords();
  const { signOut } = useSessionServices();
  const [isLeaving, setLeaving] = useState(false);
  const leave = (because: 'left' | 'switch-account') => {
    if (isLeaving) return;
    setLeaving(true);
    void signOut(because).finally(() => setLeaving(false));
  };
  return (
    <>
      <nav className="topbar-nav" aria-label={t.app.navigation}>
        <NavLink href="/doors">{t.app.doors}</NavLink>
        <NavLink href="/activity">{t.app.activity}</NavLink>
      </nav>
      {hasAccounts ? (
        <button
          type="button"
          className="topbar-switch"
          aria-disabled={isLeaving}
          onClick={() => leave('switch-account')}
        >
          {t.app.switchAccount}
        </button>
      ) : null}
      <NavLink href="/help" className="topbar-help">
        <QuestionIcon />
        <span className="visually-hidden">{t.app.help}</span>
      </NavLink>
      <button type="button" aria-disabled={isLeaving} onClick={() => leave('left')}>
        {isLeaving ? t.app.signingOut : t.app.signOut}
      </button>
    </>
  );
}

function NavLink(props: { readonly href: string; readonly className?: string; readonly children: ReactNode }) {
  const { href, className = '', children } = props;
  const [path] = useLocation();
  return (
    <Link href={href} className={className} aria-current={path === href ? 'page' : undefined}>
      {children}
    </Link>
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
