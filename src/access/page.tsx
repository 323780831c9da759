import { useRef } from 'react';
import { useSignedInMessages } from '#i18n';
import { usePath } from '#router';
import { doorIn } from '#routes';
import { DoorPage } from './door-page.tsx';
import { DoorsPage } from './doors-page.tsx';
import { useWide } from './use-wide.ts';

/** The list of doors and, at the path of a door, that door: beside the list on a wide screen, else over it. */
export default function AccessPages() {
  const t = useSignedInMessages();
  const doorId = doorIn(usePath());
  const isWide = useWide();
  // The door that was shown last, to whose card the focus returns.
  const left = useRef<string | null>(null);
  if (doorId !== null) left.current = doorId;
  return (
    <main id="content" className="page access">
      <DoorsPage shownDoorId={doorId} isCovered={doorId !== null && !isWide} leftDoorId={left} />
      {doorId !== null ? (
        <DoorPage key={doorId} doorId={doorId} isSheet={!isWide} />
      ) : isWide ? (
        <p className="door-pane door-none soft">{t.doors.chooseDoor}</p>
      ) : null}
    </main>
  );
}
