import { lazy, Suspense, useId } from 'react';
import { t } from '#i18n';
import type { DoorGroup } from '#model';
import { DoorCard } from './door-card.tsx';
import { type Place, timeZoneOf, usePlaces } from './places.ts';

export type GroupsProps = {
  readonly groups: readonly DoorGroup[];
  readonly lastUsedId: string | null;
  /** Epoch ms on the server's clock. */
  readonly now: number;
};

/** Above this many doors only those in view are in the document. */
const MANY = 100;
const WindowedGroups = lazy(() => import('./windowed-groups.tsx'));

/** Doors by location. */
export function DoorGroups(props: GroupsProps) {
  const count = props.groups.reduce((total, group) => total + group.doors.length, 0);
  if (count <= MANY) return props.groups.map((group) => <Group key={group.locationId} group={group} {...props} />);
  return (
    <Suspense fallback={null}>
      <WindowedGroups {...props} />
    </Suspense>
  );
}

function Group({ group, groups, lastUsedId, now }: GroupsProps & { readonly group: DoorGroup }) {
  const place = usePlaces()(group.locationId);
  const heading = useId();
  return (
    <section className="group" aria-labelledby={heading}>
      <GroupHeading id={heading} group={group} place={place} isOnly={groups.length === 1} />
      <ul className="cards">
        {group.doors.map((door) => (
          <li key={door.id}>
            <DoorCard door={door} isLastUsed={door.id === lastUsedId} timeZone={timeZoneOf(door, place)} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function GroupHeading(props: {
  readonly id: string;
  readonly group: DoorGroup;
  readonly place: Place;
  /** One unknown place needs no heading that says "other". */
  readonly isOnly: boolean;
}) {
  const { id, group, place, isOnly } = props;
  const fallback = isOnly ? t.doors.count(group.doors.length) : t.doors.otherLocation;
  return (
    <div className="group-heading">
      <h2 id={id}>
        <bdi>{place.name ?? fallback}</bdi>
      </h2>
      {place.phone ? (
        <a href={`tel:${place.phone.replace(/[^\d+]/g, '')}`}>{t.doors.callLocation(place.phone)}</a>
      ) : null}
    </div>
  );
}
