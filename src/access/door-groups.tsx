import { memo, Suspense, useId } from 'react';
import type { DoorGroup } from '#model';
import { lazyPage } from '#ui';
import { DoorCard } from './door-card.tsx';
import { GroupHeading, type GroupsProps, locationsIn, useCardProps } from './group-heading.tsx';
import { usePlaces } from './places.ts';

/** Above this many doors the list is windowed: only rows in view are in the document. */
const MANY = 100;
const windowedGroups = lazyPage(() => import('./windowed-groups.tsx').then((groups) => groups.default));

/** More cards than fit on the tallest screen. */
const FIRST_SCREEN = 16;

/** Doors by location. Memoized, so that typing in the search renders no card until the result changes. */
export const DoorGroups = memo(function DoorGroups(props: GroupsProps) {
  const count = props.groups.reduce((total, group) => total + group.doors.length, 0);
  if (count <= MANY) return <PlainGroups {...props} />;
  // The first doors are shown while the windowed list is loading.
  return (
    <Suspense fallback={<FirstScreen {...props} />}>
      <windowedGroups.Page {...props} />
    </Suspense>
  );
});

/** Same spacing as the windowed list, to avoid a layout shift when that replaces it. */
function FirstScreen(props: GroupsProps) {
  return (
    <div className="group">
      <PlainGroups {...props} groups={firstOf(props.groups, FIRST_SCREEN)} />
    </div>
  );
}

function PlainGroups(props: GroupsProps) {
  return props.groups.map((group) => <Group key={group.key} group={group} {...props} />);
}

function firstOf(groups: readonly DoorGroup[], count: number): DoorGroup[] {
  const first: DoorGroup[] = [];
  let left = count;
  for (const group of groups) {
    if (left <= 0) break;
    first.push({ ...group, doors: group.doors.slice(0, left) });
    left -= group.doors.length;
  }
  return first;
}

function Group({ group, ...props }: GroupsProps & { readonly group: DoorGroup }) {
  const place = usePlaces()(group.locationId);
  const cardProps = useCardProps(props);
  const heading = useId();
  return (
    <section className="group" aria-labelledby={heading}>
      <GroupHeading id={heading} group={group} place={place} isOnly={locationsIn(props.groups) === 1} />
      <ul className="cards">
        {group.doors.map((door) => (
          <li key={door.id}>
            <DoorCard {...cardProps(group, door)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
