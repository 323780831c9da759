import './modal.css';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';

type Props = {
  readonly title: string;
  /** Called by Escape, by Back on Android and by a press beside the dialog. Render no modal then. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly role?: 'alertdialog';
  /** The id of the text that a screen reader adds to the title. */
  readonly describedBy?: string;
  readonly className?: string;
};

/**
 * A modal dialog, open while it is rendered. Its first control gets the focus; when it closes, the element that had the
 * focus before gets it back.
 */
export function Modal({ title, onClose, children, role, describedBy, className = '' }: Props) {
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    // Before React removes the element, because a removed dialog gives the focus to nothing.
    return () => opened?.close();
  }, []);
  // Outside of the header, which is not displayed on every page, and outside of the DOM snapshot.
  return createPortal(
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click is on the backdrop; Escape does the same by keyboard.
    <dialog
      ref={dialog}
      role={role}
      className={`modal ${className}`}
      aria-labelledby={titleId}
      aria-describedby={describedBy}
      onClose={onClose}
      // The content covers the dialog, so a click on the dialog itself is on its backdrop.
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className="modal-content">
        <h2 id={titleId} className="modal-title">
          {title}
        </h2>
        {children}
      </div>
    </dialog>,
    document.body,
  );
}
