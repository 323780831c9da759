import { useSignedInMessages } from '#i18n';
import type { DoorGroup } from '#model';
import type { Place } from './places.ts';

export type GroupsProps = {
  readonly groups: readonly DoorGroup[];
  readonly lastUsedId: string | null;
  /** Epoch ms on the server's clock. */
  readonly now: number;
};

/** The location's name, and its phone number where it is configured. */
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
        <bdi>{place.name ?? fallback}</bdi>
      </h2>
      {place.phone ? (
        <a href={`tel:${place.phone.replace(/[^\d+]/g, '')}`}>{t.doors.callLocation({ number: place.phone })}</a>
      ) : null}
    </div>
  );
}
