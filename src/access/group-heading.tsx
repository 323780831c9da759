import { type SignedInMessages, useSignedInMessages } from '#i18n';
import type { Door, DoorGroup } from '#model';
import { type CardProps, doorLine } from './door-card.tsx';
import { type Place, timeZoneOf, usePlaces } from './places.ts';

export type GroupsProps = {
  readonly groups: readonly DoorGroup[];
  readonly pinnedIds: readonly string[];
  readonly lastUsedId: string | null;
  /** The door that is shown beside or over the list; null without one. */
  readonly shownDoorId: string | null;
  /** Epoch ms on the server's clock. */
  readonly now: number;
  /** Whether this device can open doors at all. */
  readonly canOpen: boolean;
  /** Seconds until a rate limit of open commands ends; 0 without one. */
  readonly limited: number;
  readonly onPress: (doorId: string) => void;
};

/** Returns a function that gives the props of a door's card. */
export function useCardProps(props: GroupsProps): (group: DoorGroup, door: Door) => CardProps {
  const t = useSignedInMessages();
  const placeOf = usePlaces();
  const { groups, pinnedIds, lastUsedId, shownDoorId, now, canOpen, limited, onPress } = props;
  const hasPlaces = locationsIn(groups) > 1;
  return (group, door) => {
    const place = placeOf(door.locationId);
    const timeZone = timeZoneOf(door, place);
    return {
      door,
      isPinned: pinnedIds.includes(door.id),
      isLastUsed: door.id === lastUsedId,
      isShown: door.id === shownDoorId,
      placeName: group.kind === 'first' && hasPlaces ? place.name : null,
      timeZone,
      limited,
      onPress,
      ...doorLine(t, door, timeZone, now, canOpen),
    };
  };
}

/** The number of locations that have a group. */
export function locationsIn(groups: readonly DoorGroup[]): number {
  return groups.filter(({ kind }) => kind === 'location').length;
}

/** The location's name, and its phone number where it is configured. The heading of the first group is for screen readers. */
export function GroupHeading(props: {
  readonly id: string;
  readonly group: DoorGroup;
  readonly place: Place;
  /** Whether this is the only location. If it is unknown, its heading is then the number of doors. */
  readonly isOnly: boolean;
}) {
  const t = useSignedInMessages();
  const { id, group, place, isOnly } = props;
  if (group.kind === 'first') {
    return (
      <h2 id={id} className="visually-hidden">
        {groupName(t, group, place)}
      </h2>
    );
  }
  const fallback = isOnly ? t.doors.count({ count: group.doors.length }) : t.doors.otherLocation;
  return (
    <div className="group-heading">
      <h2 id={id} className="cut">
        <bdi>{place.name ?? fallback}</bdi>
      </h2>
      {place.phone ? (
        <a href={`tel:${place.phone.replace(/[^\d+]/g, '')}`}>{t.doors.callLocation({ number: place.phone })}</a>
      ) : null}
    </div>
  );
}

/** The name of the first group or of the location; null for a location that is not configured. */
export function groupName(t: SignedInMessages, { kind }: DoorGroup, place: Place): string | null {
  return kind === 'first' ? t.doors.first : place.name;
}
