import { Component, type ReactNode } from 'react';
import { useMessages } from '#i18n';
import { usePlatform } from '#platform';
import { usePath } from '#router';
import { Button, Page, StatusLine } from '#ui';

type Props = {
  readonly children: ReactNode;
  /** Told of what was thrown, once. */
  readonly onCrash?: (error: unknown) => void;
};

/** A defect of ours gets a page that says so and a way on, never a blank one. At another address it is tried anew. */
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

/** What a person sees of a defect. */
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
