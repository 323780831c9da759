import { Component, type ReactNode } from 'react';
import { useWords } from '#i18n';
import { Button, Page, StatusLine } from '#ui';

type State = { readonly hasCrashed: boolean };

/** A defect of ours gets a page that says so and a way on, never a blank one. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { hasCrashed: false };

  static getDerivedStateFromError(): State {
    return { hasCrashed: true };
  }

  override render() {
    if (!this.state.hasCrashed) return this.props.children;
    return <CrashedPage />;
  }
}

/** What a person sees of a defect. */
export function CrashedPage() {
  const t = useWords();
  return (
    <Page title={t.app.crashedTitle} documentTitle={t.app.crashedTitle}>
      <StatusLine />
      <p>{t.app.crashedBody}</p>
      <Button onClick={() => location.reload()}>{t.app.reload}</Button>
    </Page>
  );
}
