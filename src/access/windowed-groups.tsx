import { useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type CSSProperties, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useSignedInMessages } from '#i18n';
import type { Door, DoorGroup } from '#model';
import { DoorCard } from './door-card.tsx';
import { GroupHeading, type GroupsProps, groupName, locationsIn, useCardProps } from './group-heading.tsx';
import { usePlaces } from './places.ts';

type Row =
  | { readonly kind: 'heading'; readonly group: DoorGroup }
  | { readonly kind: 'door'; readonly group: DoorGroup; readonly door: Door; readonly position: number };

/** Estimated row heights. A row that measures differently renders twice. Px. */
const HEADING_PX = 40;
const DOOR_PX = 88;

/** The grouped list with only the rows in view in the document. `aria-setsize` and `aria-posinset` give the full size. */
export default function WindowedGroups(props: GroupsProps) {
  const { groups } = props;
  const t = useSignedInMessages();
  const placeOf = usePlaces();
  const cardProps = useCardProps(props);
  const top = useRef<HTMLDivElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  const rows = useMemo(() => groups.flatMap(toRows), [groups]);
  // Content above the list may change its height, so the offset is measured after each render.
  useLayoutEffect(() => {
    const offset = (top.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
    setScrollMargin((known) => (Math.abs(known - offset) < 1 ? known : offset));
  });
  // Stable per list: with a new function the virtualizer measures every row again on each scrolled frame.
  const getItemKey = useCallback((index: number) => keyOf(rows[index]), [rows]);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) => (rows[index]?.kind === 'heading' ? HEADING_PX : DOOR_PX),
    getItemKey,
    overscan: 5,
    scrollMargin,
  });
  const shift = (item: VirtualItem): CSSProperties => ({ transform: `translateY(${item.start - scrollMargin}px)` });

  return (
    <div ref={top} className="windowed" style={{ blockSize: virtualizer.getTotalSize() }}>
      {byGroup(virtualizer.getVirtualItems(), rows).map(({ group, items }) => {
        const place = placeOf(group.locationId);
        const heading = `group-${group.key}`;
        const [first] = items;
        return (
          <section key={group.key} aria-label={groupName(t, group, place) ?? undefined}>
            {first && rows[first.index]?.kind === 'heading' ? (
              <div
                className="windowed-row"
                data-index={first.index}
                ref={virtualizer.measureElement}
                style={shift(first)}
              >
                <GroupHeading id={heading} group={group} place={place} isOnly={locationsIn(groups) === 1} />
              </div>
            ) : null}
            <ul>
              {items.map((item) => {
                const row = rows[item.index];
                if (row?.kind !== 'door') return null;
                return (
                  <li
                    key={item.key}
                    className="windowed-row"
                    data-index={item.index}
                    ref={virtualizer.measureElement}
                    style={shift(item)}
                    aria-setsize={group.doors.length}
                    aria-posinset={row.position}
                  >
                    <DoorCard {...cardProps(group, row.door)} />
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function toRows(group: DoorGroup): Row[] {
  return [
    { kind: 'heading', group },
    ...group.doors.map((door, index): Row => ({ kind: 'door', group, door, position: index + 1 })),
  ];
}

/** Called for every row of the list, so a door's key is its plain id. No id starts with the heading's prefix. */
function keyOf(row: Row | undefined): string {
  if (!row) return 'none';
  return row.kind === 'heading' ? `\0heading ${row.group.key}` : row.door.id;
}

/** The rows in view, grouped by location. */
function byGroup(items: readonly VirtualItem[], rows: readonly Row[]) {
  const grouped: { group: DoorGroup; items: VirtualItem[] }[] = [];
  for (const item of items) {
    const group = rows[item.index]?.group;
    if (!group) continue;
    const last = grouped.at(-1);
    if (last?.group === group) last.items.push(item);
    else grouped.push({ group, items: [item] });
  }
  return grouped;
}
