import './help.css';
import { useState, useSyncExternalStore } from 'react';
import { type Exchange, problemPolicy } from '#api';
import { dayAndTime, relativeTime, type SignedInMessages, useSignedInMessages } from '#i18n';
import { SupportLinks } from '#notices';
import { copyText } from '#platform';
import { Link } from '#router';
import { routes } from '#routes';
import { useSession } from '#session';
import { Button, Page, StatusLine, type Tone } from '#ui';
import { readDefects } from './defects.ts';
import { helpReport } from './help-report.ts';
import type { Services } from './services.ts';

/** How many failed exchanges are shown. The copied report lists all exchanges. */
const MAX_SHOWN = 10;

type Copied = 'not-yet' | 'copied' | 'refused';

export default function HelpPage({ services }: { readonly services: Services }) {
  const t = useSignedInMessages();
  const { config, exchanges, transport, serverClock, apiBase } = services;
  const { clock, online, tab, device } = services.platform;
  const session = useSession();
  const isOnline = useSyncExternalStore(online.subscribe, online.isOnline);
  const [{ list, now, defects }] = useState(() => ({
    list: exchanges.list(),
    now: clock.now(),
    defects: readDefects(tab),
  }));
  const [copied, setCopied] = useState<Copied>('not-yet');
  const report = helpReport({
    brand: config.brand.name,
    version: import.meta.env.APP_VERSION,
    apiBase,
    isOnline,
    isSignedIn: session.kind === 'signed-in',
    now,
    ahead: serverClock.ahead(),
    isStopped: transport.stop.isStopped(),
    defects,
    exchanges: list,
  });
  const problems = list
    // An earlier release may have stored a kind that no longer exists.
    .filter(({ kind }) => Object.hasOwn(problemPolicy, kind))
    .slice(-MAX_SHOWN)
    .reverse();
  const title = t.help.title;
  return (
    <Page title={title} documentTitle={t.app.documentTitle({ page: title, brand: config.brand.name })} className="help">
      <p>{t.help.intro}</p>
      <SupportLinks hasMore={false} />
      <section className="help-facts" aria-labelledby="help-facts">
        <h2 id="help-facts">{t.help.factsTitle}</h2>
        <p className="soft">{t.help.factsIntro}</p>
        <dl>
          <Fact term={t.help.version}>{import.meta.env.APP_VERSION}</Fact>
          <Fact term={t.help.connection}>{isOnline ? t.help.online : t.help.offline}</Fact>
          <Fact term={t.help.lastSync}>{lastSync(t, list, now)}</Fact>
        </dl>
        <Button
          variant="secondary"
          onClick={() => void copyText(device, report).then((done) => setCopied(done ? 'copied' : 'refused'))}
        >
          {t.help.copy}
        </Button>
        <StatusLine tone={TONES[copied]}>{copied === 'not-yet' ? null : t.help[copied]}</StatusLine>
        {/* Without clipboard access the report is shown, to be selected by hand. */}
        {copied === 'refused' ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be focusable (WCAG 2.1.1).
          <pre className="help-report" tabIndex={0}>
            {report}
          </pre>
        ) : null}
      </section>
      <section aria-labelledby="help-exchanges">
        <h2 id="help-exchanges">{t.help.problemsTitle}</h2>
        {problems.length === 0 ? <p className="soft">{t.help.noProblems}</p> : null}
        <ol className="help-exchanges">
          {problems.map((exchange) => (
            <ExchangeItem key={`${exchange.at} ${exchange.route} ${exchange.requestId}`} exchange={exchange} />
          ))}
        </ol>
      </section>
      <Link className="button button-primary" href={session.kind === 'signed-in' ? routes.doors : routes.phone}>
        {session.kind === 'signed-in' ? t.notFound.toDoors : t.help.toSignIn}
      </Link>
    </Page>
  );
}

const TONES: Readonly<Record<Copied, Tone>> = { 'not-yet': 'neutral', copied: 'good', refused: 'unsure' };

function lastSync(t: SignedInMessages, list: readonly Exchange[], now: number): string {
  const last = list.findLast(({ kind }) => kind === 'ok');
  return last ? `${dayAndTime(last.at)} (${relativeTime(last.at, now)})` : t.help.never;
}

function Fact({ term, children }: { readonly term: string; readonly children: string }) {
  return (
    <div className="help-fact">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function ExchangeItem({ exchange }: { readonly exchange: Exchange }) {
  const t = useSignedInMessages();
  const { at, method, route, status, kind, durationMs, requestId } = exchange;
  return (
    <li>
      <span className="help-call" dir="ltr">
        {method} {route}
      </span>
      <span className="soft small">
        {[status ?? t.help.noAnswer, kind, t.help.took({ ms: durationMs }), dayAndTime(at)].join(' · ')}
      </span>
      <span className="soft small help-id" dir="ltr">
        {requestId}
      </span>
    </li>
  );
}
