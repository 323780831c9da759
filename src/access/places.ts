import { useMemo } from 'react';
import { type RuntimeConfig, useConfig } from '#config';
import { minutesAsTime, type SignedInMessages } from '#i18n';
import type { AccessHours, Door } from '#model';

export type Place = { readonly name: string | null; readonly timeZone: string | null; readonly phone: string | null };

const UNKNOWN: Place = { name: null, timeZone: null, phone: null };

type PlaceOf = (locationId: string | null) => Place;

/** Returns a stable function that finds the operator's configuration of a location; all null if it has none. */
export function usePlaces(): PlaceOf {
  const { locations } = useConfig();
  return useMemo(() => placesOf(locations), [locations]);
}

function placesOf(locations: RuntimeConfig['locations']): PlaceOf {
  return (locationId) => {
    const known = locationId !== null && Object.hasOwn(locations, locationId) ? locations[locationId] : undefined;
    if (!known) return UNKNOWN;
    return { name: known.name, timeZone: known.timezone ?? null, phone: known.phone ?? null };
  };
}

/** The time zone of a door's times: that of the access answer, else that of the location. */
export function timeZoneOf(door: Door, place: Place): string | null {
  return door.hours.find((hours) => hours.timeZone !== null)?.timeZone ?? place.timeZone;
}

/** `6:00 AM – 10:00 PM` in facility time; null when the system gives no hours. */
export function hoursText(t: SignedInMessages, hours: readonly AccessHours[]): string | null {
  if (hours.length === 0) return null;
  return hours
    .map(({ start, end }) =>
      start === end || (start === 0 && end >= 1439)
        ? t.doors.hoursAllDay
        : t.doors.hours({ start: minutesAsTime(start), end: minutesAsTime(end) }),
    )
    .join(', ');
}
