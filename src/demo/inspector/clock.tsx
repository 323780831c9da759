import { useCallback, useSyncExternalStore } from 'react';
import { FACILITY_ZONE, formatFacilityDate, formatFacilityTime, msUntilHour } from '../facility-time.ts';
import type { DemoTime } from '../time.ts';
import { Part } from './part.tsx';

/** Refresh interval of the display, in real ms. */
const REFRESH_MS = 250;
const MINUTE_MS = 60_000;

const SPEEDS = [
  { rate: 0, label: 'Pause', means: 'Time stands still' },
  { rate: 1, label: 'Run', means: 'Time runs as it does' },
  { rate: 60, label: '×60', means: 'A minute every second' },
] as const;

const JUMPS: readonly { readonly label: string; ms(now: number): number }[] = [
  { label: '+1 minute', ms: () => MINUTE_MS },
  { label: '+1 hour', ms: () => 60 * MINUTE_MS },
  { label: 'To the night', ms: (now) => msUntilHour(23, now) },
  { label: 'To the morning', ms: (now) => msUntilHour(8, now) },
];

/** Shows and changes the time of the demo. */
export function ClockPart({ time }: { readonly time: DemoTime }) {
  const rate = useSyncExternalStore(time.subscribe, time.rate);
  const isHeld = useSyncExternalStore(time.subscribe, time.isHeld);
  return (
    <Part title="Clock">
      <div className="inspector-clock">
        <CurrentTime time={time} />
        <p className="inspector-soft">
          {SPEEDS.find((speed) => speed.rate === rate)?.means ?? `Time runs ${rate} times as fast`}
          {isHeld && rate > 0 ? ', and waits for the scenario' : ''}. {FACILITY_ZONE}.
        </p>
      </div>
      <fieldset className="inspector-buttons">
        <legend>Speed</legend>
        {SPEEDS.map((speed) => (
          <button
            key={speed.rate}
            type="button"
            className="inspector-button"
            aria-pressed={rate === speed.rate}
            onClick={() => time.setRate(speed.rate)}
          >
            {speed.label}
          </button>
        ))}
      </fieldset>
      <fieldset className="inspector-buttons">
        <legend>Jump forward (the night: 11 PM, the morning: 8 AM)</legend>
        {JUMPS.map(({ label, ms }) => (
          <button key={label} type="button" className="inspector-button" onClick={() => time.jump(ms(time.now()))}>
            {label}
          </button>
        ))}
      </fieldset>
    </Part>
  );
}

/** A separate component, because it renders every second. */
function CurrentTime({ time }: { readonly time: DemoTime }) {
  const subscribe = useCallback(
    (changed: () => void) => {
      const interval = setInterval(changed, REFRESH_MS);
      const unsubscribe = time.subscribe(changed);
      return () => {
        clearInterval(interval);
        unsubscribe();
      };
    },
    [time],
  );
  const now = useSyncExternalStore(subscribe, () => Math.floor(time.now() / 1000)) * 1000;
  return (
    <time className="inspector-now" dateTime={new Date(now).toISOString()}>
      <span className="inspector-time">{formatFacilityTime(now)}</span> <span>{formatFacilityDate(now)}</span>
    </time>
  );
}
