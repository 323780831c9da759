import { lazy, Suspense, useId } from 'react';
import type { DoorGroup } from '#model';
import { DoorCard } from './door-card.tsx';
import { GroupHeading, type GroupsProps } from './group-heading.tsx';
import { timeZoneOf, usePlaces } from './places.ts';

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
