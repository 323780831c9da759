import { useEffect, useMemo, useState } from 'react';
import { useActivity } from '#activity';
import { useConfig } from '#config';
import { dayAndTime, getSignedInMessages, useSignedInMessages } from '#i18n';
import { type Denial, type Door, doorStateAt } from '#model';
import { ProblemNotice, RetryButton, SupportLinks, showToast } from '#notices';
import { usePlatform } from '#platform';
import { Link } from '#router';
import { routes } from '#routes';
import { useSystem } from '#systems';
import { BackIcon, Button, Callout, Page, StatusLine } from '#ui';
import { UnlockPanel, useUnlocker, useUnlockState } from '#unlock';
import { denialMessages, isAboutMoney } from './denial-messages.ts';
import { kindText } from './door-card.tsx';
import { hoursText, type Place, timeZoneOf, usePlaces } from './places.ts';
import { useAccess, useServerNow } from './use-access.ts';

/** One door: what may be done with it now, and the button that does it. */
export function DoorPage({ doorId }: { readonly doorId: string }) {
  const t = useSignedInMessages();
  const { brand } = useConfig();
  const { scope: accessScope } = useSystem().access;
  const { data, error, isFetching, isFetchedAfterMount, refetch } = useAccess();
  // Looked for once a list: a press draws this page again.
  const door = useMemo(() => data?.doors.find(({ id }) => id === doorId), [data, doorId]);
  // A door that is not on a list which has just been confirmed is not theirs, or not there any more.
  const isUnknown = data !== undefined && !door && !isFetching && !error;
  const isMissing = isUnknown && isFetchedAfterMount;
  // The list that there is may be of before the door was theirs.
  useAskOnce(isUnknown && !isFetchedAfterMount, refetch);
  useLeaveWhen(isMissing, doorId, useIsEntryPoint(doorId, door));
  useLeaveWhenForgotten(doorId);

  if (door) return <KnownDoor key={door.id} door={door} />;
  const title = t.unlock.open;
  return (
    <Page title={title} documentTitle={t.app.documentTitle({ page: title, brand: brand.name })} above={<BackLink />}>
      <StatusLine>{error ? null : t.app.loading}</StatusLine>
      {error ? (
        <ProblemNotice problem={error} title={t.doors.failedTitle}>
          <RetryButton scope={accessScope} isBusy={isFetching} onRetry={() => void refetch()} />
        </ProblemNotice>
      ) : (
        <div className="skeleton skeleton-card" aria-hidden="true" />
      )}
    </Page>
  );
}

function useAskOnce(isDue: boolean, ask: () => Promise<unknown>): void {
  useEffect(() => {
    if (isDue) void ask();
  }, [isDue, ask]);
}

/**
 * Whether this door is an entry point, also after it went from the list: as it was last seen here, else as it was last
 * pressed. Null while that is not known yet.
 */
function useIsEntryPoint(doorId: string, door: Door | undefined): boolean | null {
  const records = useActivity();
  const [seen, setSeen] = useState(door?.kind);
  if (door && door.kind !== seen) setSeen(door.kind);
  if (seen) return seen === 'entry-point';
  return records && records.find((record) => record.doorId === doorId)?.target.kind === 'entry-point';
}

function useLeaveWhen(isMissing: boolean, doorId: string, isEntryPoint: boolean | null): void {
  const { navigate } = usePlatform().location;
  const platform = usePlatform();
  useEffect(() => {
    if (!isMissing || isEntryPoint === null) return;
    const { toasts } = getSignedInMessages();
    const title = isEntryPoint ? toasts.entryPointNotFound : toasts.lockNotFound;
    void showToast(platform, { cause: `door ${doorId}`, title, next: toasts.doorNotYours });
    navigate(routes.doors, { replace: true });
  }, [isMissing, doorId, isEntryPoint, navigate, platform]);
}

/** The opener knows no such door: the toast has said so, and the list is being fetched. */
function useLeaveWhenForgotten(doorId: string): void {
  const { navigate } = usePlatform().location;
  const unlocker = useUnlocker();
  const state = useUnlockState(doorId);
  const isForgotten =
    state.kind === 'ended' && state.outcome.kind === 'not-sent' && state.outcome.because.kind === 'not-found';
  useEffect(() => {
    if (!isForgotten) return;
    unlocker.forget(doorId);
    navigate(routes.doors, { replace: true });
  }, [isForgotten, doorId, unlocker, navigate]);
}

function BackLink() {
  const t = useSignedInMessages();
  return (
    <Link className="back" href={routes.doors}>
      <BackIcon />
      {t.unlock.back}
    </Link>
  );
}

function KnownDoor({ door }: { readonly door: Door }) {
  const t = useSignedInMessages();
  const { brand } = useConfig();
  const place = usePlaces()(door.locationId);
  const timeZone = timeZoneOf(door, place);
  return (
    <Page
      title={<bdi>{door.name}</bdi>}
      documentTitle={t.app.documentTitle({ page: t.unlock.open, brand: brand.name })}
      className="door-page"
      above={<BackLink />}
    >
      <Facts door={door} place={place} timeZone={timeZone} />
      <Access door={door} place={place} timeZone={timeZone} />
    </Page>
  );
}

type DoorProps = { readonly door: Door; readonly place: Place; readonly timeZone: string | null };

function Facts({ door, place, timeZone }: DoorProps) {
  const t = useSignedInMessages();
  const hours = hoursText(t, door.hours);
  const zone = door.zones.find(({ name }) => name !== null)?.name ?? null;
  return (
    <div className="door-facts soft">
      <p>
        {kindText(t, door)}
        {zone ? (
          <>
            {' · '}
            <bdi>{zone}</bdi>
          </>
        ) : null}
      </p>
      {place.name ? (
        <p>
          <bdi>{place.name}</bdi>
        </p>
      ) : null}
      {hours ? <p>{t.doors.hoursLine({ hours })}</p> : null}
      {door.expiresAt === null ? null : <p>{t.doors.until({ time: dayAndTime(door.expiresAt, timeZone) })}</p>}
    </div>
  );
}

/** What may be done now. A command in flight, or what became of one, stays in view whatever the list says meanwhile. */
function Access({ door, place, timeZone }: DoorProps) {
  const t = useSignedInMessages();
  const now = useServerNow();
  const unlocker = useUnlocker();
  const isUntouched = useUnlockState(door.id).kind === 'ready';
  const state = doorStateAt(door, now);
  if (state.kind === 'denied' && isUntouched) {
    return <Denied denial={state.denial} place={place} timeZone={timeZone} now={now} />;
  }
  const obstacle = door.openability.kind === 'openable' ? unlocker.opener.unavailable() : door.openability.kind;
  if (obstacle !== null) return <Explained {...t.unlock[EXPLANATIONS[obstacle]]} phone={place.phone} />;
  return <UnlockPanel door={door} timeZone={timeZone} phone={place.phone} />;
}

const EXPLANATIONS = {
  'no-lock': 'noLock',
  'lock-unknown': 'lockUnknown',
  'no-opener': 'noOpener',
  'no-bridge': 'noBridge',
} as const;

type ExplainedProps = { readonly title: string; readonly body: string; readonly phone: string | null };

function Explained({ title, body, phone }: ExplainedProps) {
  return (
    <>
      <StatusLine />
      <Callout title={title}>
        <p>{body}</p>
        <SupportLinks phone={phone} />
      </Callout>
    </>
  );
}

type DeniedProps = Omit<DoorProps, 'door'> & { readonly denial: Denial; readonly now: number };

function Denied({ denial, place, timeZone, now }: DeniedProps) {
  const t = useSignedInMessages();
  const { paymentUrl } = useConfig();
  const { refetch, isFetching } = useAccess();
  const messages = denialMessages(t, denial, timeZone, now);
  return (
    <>
      <StatusLine>{isFetching ? t.doors.refreshing : null}</StatusLine>
      <Callout tone="bad" title={messages.long}>
        {messages.facts.map((fact) => (
          <p key={fact} className="door-fact">
            {fact}
          </p>
        ))}
        <p>{messages.next}</p>
        <div className="actions">
          {paymentUrl && isAboutMoney(denial) ? (
            <a className="button button-primary" href={paymentUrl} rel="noreferrer">
              {t.denials.pay}
            </a>
          ) : null}
          <Button variant="secondary" aria-disabled={isFetching} onClick={() => void refetch()}>
            {t.doors.refresh}
          </Button>
        </div>
        <SupportLinks phone={place.phone} />
      </Callout>
    </>
  );
}
