import './account-menu.css';
import { useId, useState, useSyncExternalStore } from 'react';
import { useConfig } from '#config';
import { useSignedInMessages } from '#i18n';
import { usePlatform } from '#platform';
import type { SignedIn } from '#session';
import { Button, CrossIcon } from '#ui';
import type { Sound } from '#unlock';
import { LanguagePicker } from './language-picker.tsx';
import { chooseLook, chosenLook } from './look.ts';
import { Modal } from './modal.tsx';

type Switchable = Omit<Sound, 'play'>;

type Props = {
  readonly session: SignedIn;
  readonly sound: Switchable;
  readonly isSigningOut: boolean;
  readonly onSwitchAccount: () => void;
  readonly onSignOut: () => void;
  readonly onClose: () => void;
};

/** Whose account it is, the settings of this device, and the ways out of the account. */
export function AccountMenu({ session, sound, isSigningOut, onSwitchAccount, onSignOut, onClose }: Props) {
  const t = useSignedInMessages();
  const { languages } = useConfig();
  const { name, e164 } = session.tenant;
  return (
    <Modal title={t.menu.account} className="account-menu" onClose={onClose}>
      <button type="button" className="modal-close" onClick={onClose}>
        <CrossIcon />
        <span className="visually-hidden">{t.menu.close}</span>
      </button>
      <p className="account-holder">
        {name ? <bdi>{name}</bdi> : null}
        <bdi dir="ltr" className={name ? 'soft' : undefined}>
          {e164}
        </bdi>
      </p>
      {session.accounts > 1 ? (
        <Button
          variant="secondary"
          className="button-wide account-switch"
          aria-disabled={isSigningOut}
          onClick={onSwitchAccount}
        >
          {t.menu.switchAccount}
        </Button>
      ) : null}
      {languages.length > 1 ? <LanguagePicker offered={languages} /> : null}
      <LookPicker />
      <SoundSwitch sound={sound} />
      <Button
        variant="secondary"
        className="button-wide account-sign-out"
        aria-disabled={isSigningOut}
        onClick={onSignOut}
      >
        {isSigningOut ? t.menu.signingOut : t.menu.signOut}
      </Button>
    </Modal>
  );
}

const LOOKS = ['system', 'light', 'dark'] as const;

function LookPicker() {
  const t = useSignedInMessages();
  const { local } = usePlatform();
  const id = useId();
  const [shown, setShown] = useState<(typeof LOOKS)[number]>(() => chosenLook(local) ?? 'system');
  const choose = (look: typeof shown) => {
    chooseLook(look === 'system' ? null : look, local);
    setShown(look);
  };
  return (
    <div role="radiogroup" className="looks" aria-labelledby={id}>
      <span id={id}>{t.menu.look}</span>
      <div className="look-choices">
        {LOOKS.map((look) => (
          <label key={look} className="look">
            <input type="radio" name="look" checked={look === shown} onChange={() => choose(look)} />
            <span>{t.menu.looks[look]}</span>
          </label>
        ))}
      </div>
    </div>
  );
}

function SoundSwitch({ sound }: { readonly sound: Switchable }) {
  const t = useSignedInMessages();
  const id = useId();
  const isOn = useSyncExternalStore(sound.subscribe, sound.isOn);
  const [isLost, setLost] = useState(false);
  const toggle = () => {
    setLost(false);
    if (isOn) sound.turnOff();
    else sound.turnOn().catch(() => setLost(true));
  };
  return (
    <div className="sound">
      <label htmlFor={id}>{t.menu.sound}</label>
      <input
        id={id}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox has its own checked state.
        role="switch"
        checked={isOn}
        onChange={toggle}
        aria-describedby={isLost ? `${id}-error` : `${id}-hint`}
      />
      {isLost ? (
        <p id={`${id}-error`} role="alert" className="field-error">
          {t.menu.soundLost}
        </p>
      ) : (
        <p id={`${id}-hint`} className="soft small">
          {t.menu.soundHint}
        </p>
      )}
    </div>
  );
}
