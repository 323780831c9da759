import './sign-in.css';
import { Suspense, useCallback } from 'react';
import { useConfig } from '#config';
import { useMessages } from '#i18n';
import { SupportLinks } from '#notices';
import { Redirect, usePath } from '#router';
import { routes, withoutSlash } from '#routes';
import { useSession, useSessionServices } from '#session';
import { Button, Callout, lazyPage, Page, StatusLine } from '#ui';
import { FlowProvider } from './flow.tsx';
import { PhonePage } from './phone-page.tsx';
import type { PreHydrationInput } from './pre-hydration-input.ts';

const codePage = lazyPage(() => import('./code-page.tsx').then((page) => page.CodePage));
// Not preloaded: few numbers have several accounts.
const accountPage = lazyPage(() => import('./account-page.tsx').then((page) => page.AccountPage));

export { hasDraft } from './draft.ts';
export type { PreHydrationInput } from './pre-hydration-input.ts';

type Props = {
  readonly apiBase: string;
  /** ISO 3166; the operator's choice, if any. */
  readonly defaultCountry: string | undefined;
  /** What the person did at the prerendered form before hydration. */
  readonly early: PreHydrationInput | null;
  /** Loads what follows sign-in. Called when the person focuses the form. */
  readonly preloadNext: () => void;
};

/** Sign-in: phone number, code, and account where there are several. */
export default function SignInPage({ preloadNext, ...rest }: Props) {
  const session = useSession();
  const path = usePath();
  const preload = useCallback(() => {
    void codePage.load().catch(() => {});
    preloadNext();
  }, [preloadNext]);
  if (session.kind === 'signed-out' && session.because === 'rejected-again') return <RejectedAgain />;
  return (
    <FlowProvider preloadNext={preload} {...rest}>
      <Suspense fallback={<main className="page" aria-busy="true" />}>
        <Step path={withoutSlash(path)} />
      </Suspense>
    </FlowProvider>
  );
}

function Step({ path }: { readonly path: string }) {
  switch (path) {
    case routes.phone:
      return <PhonePage />;
    case routes.code:
      return <codePage.Page />;
    case routes.account:
      return <accountPage.Page />;
    default:
      return <Redirect to={routes.phone} />;
  }
}

/** Shown instead of a third sign-in when the token of a second one was refused too. */
function RejectedAgain() {
  const t = useMessages();
  const { brand } = useConfig();
  const { store } = useSessionServices();
  const title = t.signIn.rejectedTitle;
  return (
    <Page title={title} documentTitle={t.app.documentTitle({ page: title, brand: brand.name })}>
      <StatusLine />
      <Callout tone="bad">
        <p>{t.signIn.rejectedBody}</p>
      </Callout>
      <SupportLinks />
      <Button variant="secondary" onClick={() => store.send({ type: 'acknowledged' })}>
        {t.signIn.tryAnyway}
      </Button>
    </Page>
  );
}
