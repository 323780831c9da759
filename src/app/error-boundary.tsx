import { Component, type ReactNode } from 'react';
import { useMessages } from '#i18n';
import { usePlatform } from '#platform';
import { usePath } from '#router';
import { Button, Page, StatusLine } from '#ui';

type Props = {
  readonly children: ReactNode;
  /** Called once with the error. */
  readonly onCrash?: (error: unknown) => void;
};

/** Shows an error page instead of a blank one. Resets when the path changes. */
export function ErrorBoundary(props: Props) {
  const path = usePath();
  return <Boundary {...props} path={path} />;
}

type State = { readonly path: string; readonly hasCrashed: boolean };

class Boundary extends Component<Props & { readonly path: string }, State> {
  override state: State = { path: this.props.path, hasCrashed: false };

  static getDerivedStateFromError(): Partial<State> {
    return { hasCrashed: true };
  }

  static getDerivedStateFromProps({ path }: { readonly path: string }, state: State): State | null {
    return path === state.path ? null : { path, hasCrashed: false };
  }

  override componentDidCatch(error: unknown) {
    this.props.onCrash?.(error);
  }

  override render() {
    return this.state.hasCrashed ? <CrashedPage /> : this.props.children;
  }
}

export function CrashedPage() {
  const t = useMessages();
  const { location } = usePlatform();
  return (
    <Page title={t.app.crashedTitle} documentTitle={t.app.crashedTitle}>
      <StatusLine />
      <p>{t.app.crashedBody}</p>
      <Button onClick={location.reload}>{t.app.reload}</Button>
    </Page>
  );
}
