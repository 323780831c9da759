import { type RefObject, useState } from 'react';
import { type ActivityRecord, useActivity } from '#activity';
import { useConfig } from '#config';
import { dayAndTime, timeOfDay, useSignedInMessages } from '#i18n';
import type { AccessList } from '#model';
import { ProblemNotice, RetryButton, useRateLimit, useTrouble } from '#notices';
import { useSystem } from '#systems';
import { RefreshIcon, StatusLine, useDocumentTitle, useNow, usePull, useSecondsUntil } from '#ui';
import { DoorSearch, useDoorFilter } from './door-search.tsx';
import { Doors } from './doors.tsx';
import { useAccess } from './use-access.ts';
import { useListFocus } from './use-list-focus.ts';
import { useOutcomeElsewhere } from './use-outcome-elsewhere.ts';

/** The search field is shown for at least this many doors. */
const SEARCHABLE = 8;
/** The filter is shown for more doors than this. */
const FILTERABLE = 20;

type Props = {
  /** The door that is shown beside or over the list; null without one. */
  readonly shownDoorId: string | null;
  /** Whether that door covers the list. */
  readonly isCovered: boolean;
  /** The door that was shown last, to whose card the focus returns. */
  readonly leftDoorId: RefObject<string | null>;
};

/** The list of the tenant's doors. */
export function DoorsPage({ shownDoorId, isCovered, leftDoorId }: Props) {
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
    if (!canRefresh || isFetching) return;
    setHasRequested(true);
    void refetch().then(({ isSuccess }) => isSuccess && setHasRequested(false));
  };
  const pull = usePull(isCovered ? null : refresh);
  const title = t.doors.title;
  useDocumentTitle(shownDoorId === null ? t.app.documentTitle({ page: title, brand: brand.name }) : null);
  const heading = useListFocus(shownDoorId, leftDoorId);
  const outcome = useOutcomeElsewhere(shownDoorId, data?.doors);
  const isReady = data !== undefined && lastUsedId !== undefined;
  // The search takes the place of the title, so that the first door stays near the top.
  const isLong = isReady && data.doors.length >= SEARCHABLE;
  const filter = useDoorFilter();
  const age = useAge(isReady ? data : undefined, isFetching);
  return (
    <section className="doors" inert={isCovered} aria-labelledby="doors-title">
      {pull.kind === 'idle' ? null : (
        <p className="pull" style={{ blockSize: pull.offset }} aria-hidden="true">
          {pull.kind === 'armed' ? t.doors.release : t.doors.pull}
        </p>
      )}
      <div className="doors-bar">
        <h1 ref={heading} id="doors-title" tabIndex={-1} className={isLong ? 'visually-hidden' : 'page-title'}>
          {title}
        </h1>
        {isLong ? <DoorSearch filter={filter} isFilterable={data.doors.length > FILTERABLE} /> : null}
        {isReady ? (
          <button
            type="button"
            className="doors-refresh"
            onClick={refresh}
            disabled={!canRefresh}
            aria-disabled={isFetching}
          >
            {age} <span className="visually-hidden">{t.doors.refresh}</span>
            <RefreshIcon />
          </button>
        ) : null}
      </div>
      <div className={isReady ? 'visually-hidden' : undefined}>
        <StatusLine>{outcome ?? (isReady ? age : error ? null : t.doors.loading)}</StatusLine>
      </div>
      {error && showsError ? (
        <ProblemNotice problem={error} title={t.doors.failedTitle}>
          {data ? <p className="small">{t.doors.staleNotice}</p> : null}
          {data ? null : <RetryButton scope={accessScope} isBusy={isFetching} onRetry={refresh} />}
        </ProblemNotice>
      ) : null}
      {isReady ? (
        <Doors
          doors={data.doors}
          lastUsedId={lastUsedId}
          filter={filter}
          hasSearch={isLong}
          shownDoorId={shownDoorId}
        />
      ) : error ? null : (
        <Skeleton />
      )}
    </section>
  );
}

/**
 * The door that was opened last before this list was shown, else pressed last; null when there is none; undefined while
 * records are being read. A press does not move its card, because the list must not change under a finger.
 */
function useLastUsedDoor(): string | null | undefined {
  const records = useActivity();
  const [lastUsedId, setLastUsedId] = useState<string | null>();
  if (records !== null && lastUsedId === undefined) setLastUsedId(lastUsedIn(records));
  return lastUsedId;
}

function lastUsedIn(records: readonly ActivityRecord[]): string | null {
  return (records.find(({ outcome }) => outcome.kind === 'opened') ?? records[0])?.doorId ?? null;
}

const DAY_MS = 24 * 3_600_000;

/** `As of 6:09 AM`, or that the list is being refreshed. */
function useAge(list: AccessList | undefined, isFetching: boolean): string {
  const t = useSignedInMessages();
  const now = useNow(60_000);
  if (isFetching) return t.doors.refreshing;
  // `useAccess` sets `syncedAt` on every list.
  const at = list?.syncedAt ?? now;
  return t.doors.asOf({ time: Math.abs(now - at) < DAY_MS / 2 ? timeOfDay(at) : dayAndTime(at) });
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
