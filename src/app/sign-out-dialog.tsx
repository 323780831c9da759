import { useId, useLayoutEffect, useRef } from 'react';
import { useSignedInMessages } from '#i18n';
import { usePlatform } from '#platform';
import { Button } from '#ui';
import { Modal } from './modal.tsx';

type Props = {
  readonly isSigningOut: boolean;
  readonly onSignOut: () => void;
  readonly onClose: () => void;
};

/**
 * Asks before a sign-out, because signing in again costs a text message. Cancel is last: there a double tap on the menu's
 * button lands.
 */
export function SignOutDialog({ isSigningOut, onSignOut, onClose }: Props) {
  const t = useSignedInMessages();
  const { focus } = usePlatform();
  const id = useId();
  const cancel = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => focus(cancel.current), [focus]);
  return (
    <Modal title={t.menu.signOutTitle} role="alertdialog" describedBy={id} onClose={onClose}>
      <p id={id}>{t.menu.signOutCost}</p>
      <Button className="button-wide" aria-disabled={isSigningOut} onClick={onSignOut}>
        {isSigningOut ? t.menu.signingOut : t.menu.signOut}
      </Button>
      <Button
        ref={cancel}
        variant="secondary"
        className="button-wide sign-out-cancel"
        aria-disabled={isSigningOut}
        onClick={isSigningOut ? undefined : onClose}
      >
        {t.menu.cancel}
      </Button>
    </Modal>
  );
}
