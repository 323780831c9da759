import './inspector.css';
import type { Demo } from '../demo.ts';
import { ClockPart } from './clock.tsx';
import { FaultsPart } from './faults.tsx';
import { LatencyPart } from './latency.tsx';
import { RequestsPart } from './requests.tsx';

/** Behind the scenes of a demo: what the phone asks and is answered, its time, its trouble, its way. */
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
