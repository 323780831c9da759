import { useId, useSyncExternalStore } from 'react';
import type { Radio } from '../phone/radio.ts';
import { Part } from './part.tsx';

const MAX_MS = 3000;
const STEP_MS = 20;

/** Sets the round-trip time. */
export function LatencyPart({ radio }: { readonly radio: Radio }) {
  const latencyMs = useSyncExternalStore(radio.subscribe, radio.latencyMs);
  const id = useId();
  return (
    <Part title="Latency" aside={<b className="inspector-latency">{latencyMs} ms</b>}>
      <label className="inspector-soft" htmlFor={id}>
        Time on the way, there and back
      </label>
      <input
        id={id}
        className="inspector-slider"
        type="range"
        min={0}
        max={MAX_MS}
        step={STEP_MS}
        value={latencyMs}
        aria-valuetext={`${latencyMs} milliseconds`}
        onChange={(event) => radio.setLatencyMs(event.currentTarget.valueAsNumber)}
      />
    </Part>
  );
}
