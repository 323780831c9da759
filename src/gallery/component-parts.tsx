import { type ReactNode, useEffect, useRef } from 'react';
import { useSignedInMessages } from '#i18n';
import { LockIcon, TurningIcon, UnlockIcon } from '#ui';

/** A section of the page with a heading. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="gallery-part" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Sets its colour by script, because the Content-Security-Policy allows no style attributes. */
export function Swatch({ name }: { readonly name: string }) {
  const colour = useRef<HTMLSpanElement>(null);
  useEffect(() => colour.current?.style.setProperty('background', `var(--${name})`), [name]);
  return (
    <span className="gallery-swatch">
      <span ref={colour} className="gallery-colour" />
      {name}
    </span>
  );
}

export function OpenButton({ state }: { readonly state: 'ready' | 'sending' | 'waiting' | 'opened' }) {
  const t = useSignedInMessages();
  const icon = { ready: <LockIcon />, sending: <TurningIcon />, waiting: <TurningIcon />, opened: <UnlockIcon /> }[
    state
  ];
  return (
    <div className="unlock" data-state={state}>
      <button
        type="button"
        className="unlock-button"
        aria-label={t.unlock.openDoor({ name: state })}
        aria-disabled={state !== 'ready'}
      >
        <span className="unlock-icon">{icon}</span>
        <span>{t.unlock.open}</span>
      </button>
    </div>
  );
}

type FieldProps = { readonly id: string; readonly label: string; readonly value?: string; readonly error?: string };

export function Field({ id, label, value = '', error }: FieldProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        dir="ltr"
        defaultValue={value}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
      />
      {error === undefined ? null : (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
    </div>
  );
}
