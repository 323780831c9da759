import { useEffect, useState } from 'react';
import { getSignedInMessages } from '#i18n';
import type { Door } from '#model';
import { doorMessage, useUnlocker } from '#unlock';
import { timeZoneOf, usePlaces } from './places.ts';

/** The outcome of a command at a door that is not shown any more, for the list's live region; null without one. */
export function useOutcomeElsewhere(shownDoorId: string | null, doors: readonly Door[] | undefined): string | null {
  const unlocker = useUnlocker();
  const placeOf = usePlaces();
  const [text, setText] = useState<string | null>(null);
  useEffect(
    () =>
      unlocker.subscribe((doorId) => {
        const door = doors?.find(({ id }) => id === doorId);
        const state = unlocker.state(doorId);
        if (!door || doorId === shownDoorId) return setText(null);
        if (state.kind !== 'opened' && state.kind !== 'relay-ended' && state.kind !== 'ended') return;
        const message = doorMessage(getSignedInMessages(), state, timeZoneOf(door, placeOf(door.locationId)));
        setText(`${door.name}: ${message.line}`);
      }),
    [unlocker, doors, shownDoorId, placeOf],
  );
  return text;
}
