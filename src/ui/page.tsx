import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';

type Focus = (element: HTMLElement | null, options?: FocusOptions) => void;

/** Moves the focus. `app/` provides the platform's function. */
export const FocusContext = createContext<Focus>((element, options) => element?.focus(options));

type Props = {
  readonly title: ReactNode;
  readonly documentTitle: string;
  readonly children: ReactNode;
  /** Does not focus the heading, because a field of the page takes the focus. */
  readonly keepFocus?: boolean;
  readonly className?: string;
};

/** A screen. Sets the document title and focuses the heading, so that a screen reader starts there. */
export function Page({ title, documentTitle, children, keepFocus = false, className = '' }: Props) {
  const main = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const focus = useContext(FocusContext);
  useDocumentTitle(documentTitle);
  useEffect(() => {
    // On the prerendered page a field may have the focus already.
    const hasFocus = main.current?.contains(document.activeElement) ?? false;
    if (!keepFocus && !hasFocus) focus(heading.current, { preventScroll: true });
  }, [focus, keepFocus]);
  return (
    <main ref={main} id="content" className={`page ${className}`}>
      <h1 ref={heading} tabIndex={-1} className="page-title">
        {title}
      </h1>
      {children}
    </main>
  );
}

/** Sets the document title; null leaves it to another component. */
export function useDocumentTitle(title: string | null): void {
  useEffect(() => {
    if (title !== null) document.title = title;
  }, [title]);
}

/** The live region of a page for progress and results. It must be in the DOM, empty, before its first text. */
export function StatusLine({ children, tone = 'neutral' }: { readonly children?: ReactNode; readonly tone?: Tone }) {
  return (
    <p role="status" className={`status status-${tone}`}>
      {children}
    </p>
  );
}

export type Tone = 'neutral' | 'good' | 'bad' | 'unsure';

export function Callout({
  title,
  children,
  tone = 'neutral',
}: {
  readonly title?: string;
  readonly children: ReactNode;
  readonly tone?: Tone;
}) {
  return (
    <div className={`callout callout-${tone}`}>
      {title ? <h2 className="callout-title">{title}</h2> : null}
      {children}
    </div>
  );
}
