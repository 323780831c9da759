import { type ReactNode, useState } from 'react';
import { useSignedInMessages } from '#i18n';
import { Link, usePath } from '#router';
import { routes } from '#routes';
import { QuestionIcon } from '#ui';
import type { Services } from './services.ts';
import { signOut } from './sign-out.ts';

type Props = { readonly hasAccounts: boolean; readonly services: Services };

export function SignedInMenu({ hasAccounts, services }: Props) {
  const t = useSignedInMessages();
  const [isSigningOut, setSigningOut] = useState(false);
  const startSignOut = (because: 'signed-out' | 'switch-account') => {
    if (isSigningOut) return;
    setSigningOut(true);
    void signOut(services, because).finally(() => setSigningOut(false));
  };
  return (
    <>
      <nav className="topbar-nav" aria-label={t.menu.navigation}>
        <NavLink href={routes.doors}>{t.menu.doors}</NavLink>
        <NavLink href={routes.activity}>{t.menu.activity}</NavLink>
      </nav>
      {hasAccounts ? (
        <button
          type="button"
          className="topbar-switch"
          aria-disabled={isSigningOut}
          onClick={() => startSignOut('switch-account')}
        >
          {t.menu.switchAccount}
        </button>
      ) : null}
      <NavLink href={routes.help} className="topbar-help">
        <QuestionIcon />
        <span className="visually-hidden">{t.app.help}</span>
      </NavLink>
      <button type="button" aria-disabled={isSigningOut} onClick={() => startSignOut('signed-out')}>
        {isSigningOut ? t.menu.signingOut : t.menu.signOut}
      </button>
    </>
  );
}

function NavLink(props: { readonly href: string; readonly className?: string; readonly children: ReactNode }) {
  const { href, className = '', children } = props;
  const path = usePath();
  return (
    <Link href={href} className={className} aria-current={path === href ? 'page' : undefined}>
      {children}
    </Link>
  );
}
