import { type ReactNode, useEffect, useRef } from 'react';
import { useSignedInMessages } from '#i18n';
import type { DoorForm } from '#model';
import { Drawing, type DrawingState } from '#unlock';

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

export function OpenButton({ isBusy }: { readonly isBusy: boolean }) {
  const t = useSignedInMessages();
  return (
    <button
      type="button"
      className="unlock-button"
      aria-label={t.unlock.openDoor({ name: isBusy ? 'busy' : 'ready' })}
      aria-disabled={isBusy}
      aria-busy={isBusy}
    >
      {t.unlock.open}
    </button>
  );
}

const FORMS: readonly DoorForm[] = ['gate', 'outer-door', 'unit', 'other'];
const DRAWN: readonly DrawingState[] = ['shut', 'asked', 'moving', 'open', 'unsure'];

/** Every drawing in every state. */
export function Drawings() {
  return FORMS.map((form) => (
    <div key={form} className="gallery-drawings">
      {DRAWN.map((state) => (
        <Drawing key={state} form={form} state={state} />
      ))}
    </div>
  ));
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
