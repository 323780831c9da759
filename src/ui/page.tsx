import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';

type Focus = (element: HTMLElement | null, options?: FocusOptions) => void;

/** Moves the focus, where the page may take it. `app/` gives the platform's. */
export const FocusContext = createContext<Focus>((element, options) => element?.focus(options));

type Props = {
  readonly title: ReactNode;
  readonly documentTitle: string;
  readonly children: ReactNode;
  /** What stands above the heading: the way back. */
  readonly above?: ReactNode;
  /** Leave the focus to a field of the page. */
  readonly keepFocus?: boolean;
  readonly className?: string;
};

/** A screen: its title in the tab, its heading focused, so that a screen reader starts where the person is now. */
export function Page({ title, documentTitle, children, above, keepFocus = false, className = '' }: Props) {
  const main = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const focus = useContext(FocusContext);
  useEffect(() => {
    document.title = documentTitle;
  }, [documentTitle]);
  useEffect(() => {
    // On a page that was there before the app, the person may be at work already.
    const isAtWork = main.current?.contains(document.activeElement) ?? false;
    if (!keepFocus && !isAtWork) focus(heading.current, { preventScroll: true });
  }, [focus, keepFocus]);
  return (
    <main ref={main} id="content" className={`page ${className}`}>
      {above}
      <h1 ref={heading} tabIndex={-1} className="page-title">
        {title}
      </h1>
      {children}
    </main>
  );
}

/** The one place of a page where progress and results are read out. It stands there, empty, before there is anything. */
export function StatusLine({ children, tone = 'neutral' }: { readonly children?: ReactNode; readonly tone?: Tone }) {
  return (
    <p role="status" className={`status status-${tone}`}>
      {children}
    </p>
  );
}

export type Tone = 'neutral' | 'good' | 'bad' | 'unsure';

/** A box that says something calmly, with what to do next. */
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
