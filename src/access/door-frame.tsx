import './door-pane.css';
import { type ReactNode, useContext, useEffect, useId, useRef } from 'react';
import { useConfig } from '#config';
import { useSignedInMessages } from '#i18n';
import { lateBanners } from '#notices';
import { BackIcon, FocusContext, type Tone, useDocumentTitle } from '#ui';
import { useLeaveDoor } from './use-leave-door.ts';

type Props = {
  readonly title: ReactNode;
  /** Whether the door covers the list, instead of being beside it. */
  readonly isSheet: boolean;
  /** Its colour fills the frame. */
  readonly tone: Tone;
  /** A control beside the way back. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
};

const DIALOG = { role: 'dialog', 'aria-modal': true } as const;

/** The frame of one door: a sheet that covers the page, or a pane beside the list. Escape and Back close it. */
export function DoorFrame({ title, isSheet, tone, action, children }: Props) {
  const t = useSignedInMessages();
  const { brand } = useConfig();
  const leave = useLeaveDoor();
  const focus = useContext(FocusContext);
  const frame = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const headingId = useId();
  // Beside the list, the title of the page is that of the list.
  const Heading = isSheet ? 'h1' : 'h2';
  useDocumentTitle(t.app.documentTitle({ page: t.unlock.open, brand: brand.name }));
  useEffect(() => {
    // Beside the list the pressed button is still on screen and keeps the focus.
    const isOnList = !isSheet && document.activeElement?.closest('.doors') !== null;
    if (!isOnList && !frame.current?.contains(document.activeElement)) focus(heading.current, { preventScroll: true });
  }, [focus, isSheet]);
  useEscape(leave);
  return (
    <section
      ref={frame}
      className={isSheet ? 'door-pane door-sheet' : 'door-pane'}
      data-tone={tone}
      {...(isSheet ? DIALOG : {})}
      aria-labelledby={headingId}
    >
      {isSheet ? <lateBanners.Part /> : null}
      <div className="door-bar">
        <button type="button" className="back" onClick={leave}>
          <BackIcon />
          {t.unlock.back}
        </button>
        {action}
      </div>
      <Heading ref={heading} id={headingId} tabIndex={-1} className="page-title">
        {title}
      </Heading>
      {children}
    </section>
  );
}

/** Not while a dialog above the page is open, which handles the key itself. `onEscape` must be stable. */
function useEscape(onEscape: () => void): void {
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      onEscape();
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [onEscape]);
}
