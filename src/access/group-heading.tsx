import { type SignedInMessages, useSignedInMessages } from '#i18n';
import type { DoorGroup } from '#model';
import type { Place } from './places.ts';

export type GroupsProps = {
  readonly groups: readonly DoorGroup[];
  readonly lastUsedId: string | null;
  /** Epoch ms on the server's clock. */
  readonly now: number;
};

/** The group's name, and the phone number of its location where it is configured. */
export function GroupHeading(props: {
  readonly id: string;
  readonly group: DoorGroup;
  readonly place: Place;
  /** Whether this is the only group. If its location is unknown, its heading is then the number of doors. */
  readonly isOnly: boolean;
}) {
  const t = useSignedInMessages();
  const { id, group, place, isOnly } = props;
  const fallback = isOnly ? t.doors.count({ count: group.doors.length }) : t.doors.otherLocation;
  return (
    <div className="group-heading">
      <h2 id={id} className="cut">
        <bdi>{groupName(t, group, place) ?? fallback}</bdi>
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
