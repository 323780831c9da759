import { type ReactNode, useState } from 'react';
import { useSignedInMessages } from '#i18n';
import { Link, usePath } from '#router';
import { routes } from '#routes';
import type { SignedIn } from '#session';
import { AccountIcon, ActivityIcon, DoorsIcon, QuestionIcon } from '#ui';
import { AccountMenu } from './account-menu.tsx';
import type { Services } from './services.ts';
import { signOut } from './sign-out.ts';
import { SignOutDialog } from './sign-out-dialog.tsx';
import { servicesFor } from './signed-in-services.ts';

type Props = { readonly session: SignedIn; readonly services: Services };

type DialogName = 'account' | 'sign-out';

/** The navigation and the button "Account" in the header, with the dialogs that it opens. */
export function SignedInMenu({ session, services }: Props) {
  const t = useSignedInMessages();
  const path = usePath();
  const [isSigningOut, setSigningOut] = useState(false);
  // A dialog belongs to the page that it was opened on: Back closes it.
  const [opened, setOpened] = useState<{ readonly dialog: DialogName; readonly on: string } | null>(null);
  const shown = opened?.on === path ? opened.dialog : null;
  const open = (dialog: DialogName) => setOpened({ dialog, on: path });
  // The event `close` of one dialog may come when the other is open already.
  const close = (dialog: DialogName) => setOpened((now) => (now?.dialog === dialog ? null : now));
  const end = (because: 'signed-out' | 'switch-account') => {
    if (isSigningOut) return;
    setSigningOut(true);
    void signOut(services, because).finally(() => {
      setSigningOut(false);
      setOpened(null);
    });
  };
  return (
    <>
      <nav className="topbar-nav" aria-label={t.menu.navigation}>
        <NavLink href={routes.doors}>
          <DoorsIcon />
          {t.menu.doors}
        </NavLink>
        <NavLink href={routes.activity}>
          <ActivityIcon />
          {t.menu.activity}
        </NavLink>
        <NavLink href={routes.help}>
          <QuestionIcon />
          {t.app.help}
        </NavLink>
      </nav>
      <button
        type="button"
        className="topbar-account"
        aria-haspopup="dialog"
        onClick={({ currentTarget }) => {
          // Safari does not focus a pressed button, and a dialog returns the focus to the element that had it.
          services.platform.focus(currentTarget);
          open('account');
        }}
      >
        <AccountIcon />
        {t.menu.account}
      </button>
      {shown === 'account' ? (
        <AccountMenu
          session={session}
          sound={servicesFor(services).sound}
          isSigningOut={isSigningOut}
          onSwitchAccount={() => end('switch-account')}
          onSignOut={() => open('sign-out')}
          onClose={() => close('account')}
        />
      ) : null}
      {shown === 'sign-out' ? (
        <SignOutDialog
          isSigningOut={isSigningOut}
          onSignOut={() => end('signed-out')}
          onClose={() => close('sign-out')}
        />
      ) : null}
    </>
  );
}

function NavLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const path = usePath();
  const current = path === href ? 'page' : path.startsWith(`${href}/`) ? 'true' : undefined;
  return (
    <Link href={href} aria-current={current}>
      {children}
    </Link>
  );
}
