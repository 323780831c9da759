import type { Point } from './geometry.ts';
import { asImage } from './roles.ts';

/** The tenant, at a door or on the street. */
export function Marker({ at, door }: { readonly at: Point; readonly door: string | null }) {
  return (
    <g
      className="plan-marker"
      {...asImage(door === null ? 'The tenant is on the street' : `The tenant is at ${door}`)}
      data-position={door ?? 'street'}
      style={{ transform: `translate(${at.x}px, ${at.y}px)` }}
    >
      <g className="plan-marker-figure">
        <circle className="plan-marker-reach" r={20} />
        <circle className="plan-marker-body" r={12} />
        <path
          className="plan-marker-person"
          d="M-3.2-3.4a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0 -6.4 0M-6 6.4a6 5.4 0 0 1 12 0z"
        />
      </g>
    </g>
  );
}
