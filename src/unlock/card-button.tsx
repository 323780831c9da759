import { countdown, useSignedInMessages } from '#i18n';
import type { Door } from '#model';
import { isCrossOriginFramed, usePlatform } from '#platform';
import { useSignedIn } from '#session';
import { RefreshIcon } from '#ui';
import { isInFlight, isShownOpen } from './machine.ts';
import { useUnlocker, useUnlockState } from './unlock-context.ts';

type Props = {
  readonly door: Door;
  /** Seconds until a rate limit of open commands ends; 0 without one. */
  readonly limited: number;
  /** Called after the press, to show the door. */
  readonly onPress: (doorId: string) => void;
};

/**
 * The Open button of a door in the list. A press is the same as on the door's page. Renders nothing while the door is open,
 * because its label would contradict the door, and in another origin's frame.
 */
export function CardButton({ door, limited, onPress }: Props) {
  const t = useSignedInMessages();
  const { device } = usePlatform();
  const unlocker = useUnlocker();
  const session = useSignedIn();
  const state = useUnlockState(door.id);
  if (isShownOpen(state) || isCrossOriginFramed(device)) return null;
  const isBusy = isInFlight(state);
  const press = () => {
    unlocker.press(door, session);
    onPress(door.id);
  };
  return (
    <button
      type="button"
      className="door-open"
      data-opens={door.id}
      aria-label={t.unlock.openDoor({ name: door.name })}
      aria-busy={isBusy}
      disabled={limited > 0}
      onClick={press}
    >
      {isBusy ? <RefreshIcon /> : t.unlock.open}
      {limited > 0 ? <span className="door-open-limit">{countdown(limited)}</span> : null}
    </button>
  );
}
