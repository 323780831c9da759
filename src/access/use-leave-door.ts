import { useCallback } from 'react';
import { usePlatform } from '#platform';
import { routes } from '#routes';

/** Returns a stable function that leaves the page of a door for the list. */
export function useLeaveDoor(): () => void {
  const { leaveFor } = usePlatform().location;
  return useCallback(() => leaveFor(routes.doors), [leaveFor]);
}
