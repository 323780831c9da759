import { useCallback, useSyncExternalStore } from 'react';
import { usePlatform } from '#platform';

/** As in door-pane.css, topbar.css and account-menu.css. */
const WIDE = '(min-width: 56.25rem)';

/** Whether the list and a door are shown side by side. Otherwise the door covers the list. */
export function useWide(): boolean {
  const { device } = usePlatform();
  const subscribe = useCallback(
    (changed: () => void) => {
      const query = device.matchMedia?.(WIDE);
      query?.addEventListener('change', changed);
      return () => query?.removeEventListener('change', changed);
    },
    [device],
  );
  return useSyncExternalStore(subscribe, () => device.matchMedia?.(WIDE).matches ?? false);
}
