import { useId } from 'react';
import { useSignedInMessages } from '#i18n';
import { Button } from '#ui';
import { Modal } from './modal.tsx';

type Props = {
  readonly isSigningOut: boolean;
  readonly onSignOut: () => void;
  readonly onClose: () => void;
};

/** Asks before a sign-out, because signing in again costs a text message. */
export function SignOutDialog({ isSigningOut, onSignOut, onClose }: Props) {
  const t = useSignedInMessages();
  const id = useId();
  return (
    <Modal title={t.menu.signOutTitle} role="alertdialog" describedBy={id} onClose={onClose}>
      <p id={id}>{t.menu.signOutCost}</p>
      <div className="modal-actions">
        {/* First, so that it gets the focus. */}
        <Button variant="secondary" aria-disabled={isSigningOut} onClick={isSigningOut ? undefined : onClose}>
          {t.menu.cancel}
        </Button>
        <Button aria-disabled={isSigningOut} onClick={onSignOut}>
          {isSigningOut ? t.menu.signingOut : t.menu.signOut}
        </Button>
      </div>
    </Modal>
  );
}
