import { useEffect, useState } from 'react';
import { type ApiProblem, isApiProblem, problemPolicy } from '#api';
import { useConfig } from '#config';
import { useMessages } from '#i18n';
import { ProblemNotice, useRateLimit } from '#notices';
import { usePlatform } from '#platform';
import { Redirect } from '#router';
import { routes } from '#routes';
import { usePhoneCode } from '#systems';
import { Button, ChevronIcon, Page, StatusLine, useSecondsUntil } from '#ui';
import type { SentCode } from './draft.ts';
import { type Choice, useFlow } from './flow.tsx';

/** Third step, for numbers with several accounts. A reload loses the code, so it leads back to the code step. */
export function AccountPage() {
  const { draft, choice, backToCode } = useFlow();
  const isLost = choice === null && draft.choosing;
  useEffect(() => {
    if (isLost) backToCode('reloaded');
  });
  if (!draft.sent) return <Redirect to={routes.phone} />;
  if (!choice) return <Redirect to={routes.code} />;
  return <AccountList choice={choice} sent={draft.sent} />;
}

function AccountList({ choice, sent }: { readonly choice: Choice; readonly sent: SentCode }) {
  const t = useMessages();
  const { brand } = useConfig();
  const signIn = usePhoneCode();
  const flow = useFlow();
  const { navigate } = usePlatform().location;
  const [chosen, setChosen] = useState<string | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const isLimited = useSecondsUntil(useRateLimit(signIn.scopes.verify(sent.phone))) > 0;

  async function choose(accountId: string) {
    if (chosen !== null) return;
    setChosen(accountId);
    setProblem(null);
    try {
      await flow.verify(choice.code, accountId);
    } catch (error) {
      if (!isApiProblem(error)) throw error;
      // The code expired while the person was choosing.
      const { shows } = problemPolicy[error.kind];
      if (shows === 'fields') {
        flow.backToCode('refused');
        navigate(routes.code, { replace: true });
      } else setProblem(shows === 'countdown' ? null : error);
    } finally {
      setChosen(null);
    }
  }

  const title = t.signIn.accountTitle;
  return (
    <Page title={title} documentTitle={t.app.documentTitle({ page: title, brand: brand.name })} className="sign-in">
      <p className="soft">{t.signIn.accountIntro}</p>
      <ul className="cards">
        {choice.accounts.map((account) => (
          <li key={account.tenantId}>
            <button
              type="button"
              className="card account"
              disabled={isLimited}
              aria-disabled={chosen !== null}
              onClick={() => void choose(account.tenantId)}
            >
              <span className="card-text">
                <span className="card-title cut">
                  <bdi>{account.location || account.company || account.tenantId}</bdi>
                </span>
                <span className="soft small cut">
                  <bdi>{account.company}</bdi>
                  {account.company && account.name ? ' · ' : null}
                  <bdi>{account.name}</bdi>
                </span>
              </span>
              <ChevronIcon />
            </button>
          </li>
        ))}
      </ul>
      <StatusLine>{chosen === null ? null : t.signIn.choosing}</StatusLine>
      {problem ? <ProblemNotice problem={problem} /> : null}
      <Button variant="quiet" onClick={() => navigate(routes.code)}>
        {t.signIn.backToCode}
      </Button>
    </Page>
  );
}
