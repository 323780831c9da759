import { useDeferredValue, useMemo, useState } from 'react';
import { useActivity } from '#activity';
import { useConfig } from '#config';
import { dayAndTime, timeOfDay, useSignedInMessages } from '#i18n';
import { type AccessList, createArrange, createSearch, type Door, keepFound } from '#model';
import { ProblemNotice, RetryButton, useRateLimit, useTrouble } from '#notices';
import { useSystem } from '#systems';
import { Button, Page, RefreshIcon, StatusLine, UnitIcon, useNow, usePull, useSecondsUntil } from '#ui';
import { DoorGroups } from './door-groups.tsx';
import { usePlaces } from './places.ts';
import { useAccess, useServerNow } from './use-access.ts';
import { usePins } from './use-pins.ts';

/** The list of the tenant's doors. */
export function DoorsPage() {
  const t = useSignedInMessages();
  const { brand } = useConfig();
  const { scope: accessScope } = useSystem().access;
  const { data, error, isFetching, refetch, dataUpdatedAt } = useAccess();
  const lastUsedId = useLastUsedDoor();
  const isLimited = useSecondsUntil(useRateLimit(accessScope)) > 0;
  const canRefresh = useTrouble() === null && !isLimited;
  // A failed background refresh shows no notice, because the list shows how old it is.
  const [hasRequested, setHasRequested] = useState(false);
  // A reload counts as a request too: last-known.ts then sets `dataUpdatedAt` to 0.
  const showsError = hasRequested || !data || dataUpdatedAt === 0;
  const refresh = () => {
    if (!canRefresh) return;
    setHasRequested(true);
    void refetch().then(({ isSuccess }) => isSuccess && setHasRequested(false));
  };
  const pull = usePull(refresh);
  const [query, setQuery] = useState('');
  const title = t.doors.title;
  const isReady = data !== undefined && lastUsedId !== undefined;
  return (
    <Page title={title} documentTitle={t.app.documentTitle({ page: title, brand: brand.name })} className="doors">
      {pull.kind === 'idle' ? null : (
        <p className="pull" style={{ blockSize: pull.offset }} aria-hidden="true">
          {pull.kind === 'armed' ? t.doors.release : t.doors.pull}
        </p>
      )}
      <div className="doors-bar">
        <StatusLine>
          {isReady ? <Progress syncedAt={data.syncedAt} isFetching={isFetching} /> : error ? null : t.doors.loading}
        </StatusLine>
        <Button
          variant="secondary"
          className="doors-refresh"
          onClick={refresh}
          disabled={!canRefresh}
          aria-disabled={isFetching}
        >
          <RefreshIcon />
          {t.doors.refresh}
        </Button>
      </div>
      {error && showsError ? (
        <ProblemNotice problem={error} title={t.doors.failedTitle}>
          {data ? <p className="small">{t.doors.staleNotice}</p> : null}
          {data ? null : <RetryButton scope={accessScope} isBusy={isFetching} onRetry={refresh} />}
        </ProblemNotice>
      ) : null}
      {isReady ? (
        <Doors doors={data.doors} lastUsedId={lastUsedId} query={query} onQuery={setQuery} />
      ) : error ? null : (
        <Skeleton />
      )}
    </Page>
  );
}

/** The door that was opened last, else pressed last; null when there is none; undefined while records are being read. */
function useLastUsedDoor(): string | null | undefined {
  const records = useActivity();
  if (records === null) return undefined;
  return (records.find(({ outcome }) => outcome.kind === 'opened') ?? records[0])?.doorId ?? null;
}

const DAY_MS = 24 * 3_600_000;

function Progress({ syncedAt, isFetching }: Pick<AccessList, 'syncedAt'> & { readonly isFetching: boolean }) {
  const t = useSignedInMessages();
  const now = useNow(60_000);
  if (isFetching) return t.doors.refreshing;
  // `useAccess` sets `syncedAt` on every list.
  const at = syncedAt ?? now;
  return t.doors.asOf({ time: Math.abs(now - at) < DAY_MS / 2 ? timeOfDay(at) : dayAndTime(at) });
}

/** The search field is shown for at least this many doors. */
const SEARCHABLE = 8;

function Doors(props: {
  readonly doors: readonly Door[];
  readonly lastUsedId: string | null;
  readonly query: string;
  readonly onQuery: (query: string) => void;
}) {
  const t = useSignedInMessages();
  const { doors, lastUsedId, query, onQuery } = props;
  const now = useServerNow();
  const placeOf = usePlaces();
  const wanted = useDeferredValue(query);
  const search = useMemo(() => createSearch(doors, (id) => placeOf(id).name ?? ''), [doors, placeOf]);
  const found = useMemo(() => search(wanted), [search, wanted]);
  const [arrange] = useState(createArrange);
  const { pinnedIds } = usePins();
  const firstIds = useMemo(
    () => (lastUsedId === null ? pinnedIds : [...pinnedIds, lastUsedId]),
    [pinnedIds, lastUsedId],
  );
  const all = useMemo(() => arrange(doors, firstIds), [arrange, doors, firstIds]);
  const groups = useMemo(() => (found === doors ? all : keepFound(all, found)), [all, found, doors]);
  if (doors.length === 0) return <NoDoors />;
  return (
    <>
      {doors.length >= SEARCHABLE ? (
        <search className="field">
          <label htmlFor="search">{t.doors.search}</label>
          <input
            id="search"
            className="input"
            type="search"
            autoComplete="off"
            placeholder={t.doors.searchPlaceholder}
            value={query}
            onChange={(event) => onQuery(event.target.value)}
            aria-describedby="search-count"
          />
          <p id="search-count" className="soft small" aria-live="polite">
            {wanted.trim() === ''
              ? t.doors.count({ count: doors.length })
              : t.doors.found({ count: found.length, total: doors.length })}
          </p>
        </search>
      ) : null}
      <DoorGroups groups={groups} lastUsedId={lastUsedId} now={now} />
    </>
  );
}

function NoDoors() {
  const t = useSignedInMessages();
  return (
    <div className="empty">
      <UnitIcon />
      <h2>{t.doors.emptyTitle}</h2>
      <p className="soft">{t.doors.emptyBody}</p>
    </div>
  );
}

function Skeleton() {
  return (
    <div className="cards" aria-hidden="true">
      {['first', 'second', 'third'].map((card) => (
        <div key={card} className="skeleton skeleton-card" />
      ))}
    </div>
  );
}
