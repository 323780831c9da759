import './inspector.css';
import type { Demo } from '../demo.ts';
import { ClockPart } from './clock.tsx';
import { FaultsPart } from './faults.tsx';
import { LatencyPart } from './latency.tsx';
import { RequestsPart } from './requests.tsx';

/** The internals of a demo: requests, time, faults and latency. */
export function Inspector({ demo }: { readonly demo: Demo }) {
  return (
    <div className="inspector">
      <RequestsPart requests={demo.requests} />
      <ClockPart time={demo.time} />
      <FaultsPart demo={demo} />
      <LatencyPart radio={demo.radio} />
    </div>
  );
}
