import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useSignedInMessages } from '#i18n';
import { createArrange, createSearch, type Door, isPermittedAt, keepFound } from '#model';
import { usePlatform } from '#platform';
import { doorPath } from '#routes';
import { UnitIcon } from '#ui';
import { useOpenLimit, useUnlocker } from '#unlock';
import { DoorGroups } from './door-groups.tsx';
import type { DoorFilter } from './door-search.tsx';
import { usePlaces } from './places.ts';
import { useServerNow } from './use-access.ts';
import { usePins } from './use-pins.ts';

type Props = {
  readonly doors: readonly Door[];
  readonly lastUsedId: string | null;
  readonly filter: DoorFilter;
  readonly hasSearch: boolean;
  readonly shownDoorId: string | null;
};

/** The doors in their order, reduced to those that the search and the filter find. */
export function Doors({ doors, lastUsedId, filter, hasSearch, shownDoorId }: Props) {
  const t = useSignedInMessages();
  const now = useServerNow();
  const { pinnedIds } = usePins();
  const { isOnlyPermitted } = filter;
  const wanted = useDeferredValue(filter.query);
  const groups = useGroups({ doors, firstIds: useFirstIds(pinnedIds, lastUsedId), wanted, isOnlyPermitted, now });
  const opening = useOpening();
  if (doors.length === 0) return <NoDoors />;
  const count = groups.reduce((total, group) => total + group.doors.length, 0);
  const isReduced = wanted.trim() !== '' || isOnlyPermitted;
  return (
    <>
      {hasSearch ? (
        <p id="search-count" className={isReduced ? 'soft small' : 'visually-hidden'} aria-live="polite">
          {isReduced ? t.doors.found({ count, total: doors.length }) : t.doors.count({ count })}
        </p>
      ) : null}
      <DoorGroups
        groups={groups}
        pinnedIds={pinnedIds}
        lastUsedId={lastUsedId}
        shownDoorId={shownDoorId}
        now={now}
        {...opening}
      />
    </>
  );
}

/** The pinned doors, then the last used one, which may be pinned too. The same array while nothing changes. */
function useFirstIds(pinnedIds: readonly string[], lastUsedId: string | null): readonly string[] {
  return useMemo(() => (lastUsedId === null ? pinnedIds : [...pinnedIds, lastUsedId]), [pinnedIds, lastUsedId]);
}

function useGroups(facts: {
  readonly doors: readonly Door[];
  readonly firstIds: readonly string[];
  readonly wanted: string;
  readonly isOnlyPermitted: boolean;
  readonly now: number;
}) {
  const { doors, firstIds, wanted, isOnlyPermitted, now } = facts;
  const placeOf = usePlaces();
  const [arrange] = useState(createArrange);
  const all = useMemo(() => arrange(doors, firstIds), [arrange, doors, firstIds]);
  const search = useMemo(() => createSearch(doors, (id) => placeOf(id).name ?? ''), [doors, placeOf]);
  const named = useMemo(() => search(wanted), [search, wanted]);
  // Only the filter depends on the time.
  const at = isOnlyPermitted ? now : null;
  return useMemo(() => {
    const found =
      at === null ? named : named.filter((door) => door.openability.kind === 'openable' && isPermittedAt(door, at));
    return found === doors ? all : keepFound(all, found);
  }, [all, named, doors, at]);
}

/** What the cards need to open a door. Stable, except for the seconds of a rate limit. */
function useOpening() {
  const { location } = usePlatform();
  const { opener } = useUnlocker();
  const limited = useOpenLimit();
  const onPress = useCallback((doorId: string) => location.navigate(doorPath(doorId)), [location]);
  return { canOpen: opener.unavailable() === null, limited, onPress };
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
