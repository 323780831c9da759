import { memo } from 'react';
import { fitted } from './label.ts';
import { Label } from './label-drawing.tsx';
import { lampLabels } from './lamp.ts';
import { LampDrawing } from './lamp-drawing.tsx';
import type { Placed } from './layout-building.ts';
import { GATE } from './layout-site.ts';
import type { PlanDoor } from './plan-model.ts';
import { asImage } from './roles.ts';
import { UnitDrawing } from './unit-drawing.tsx';

type Props = { readonly place: Placed; readonly door: PlanDoor };

/** Attributes of the element of a door: name, lamp, movement and position. */
export function doorAttributes(place: Placed, door: PlanDoor) {
  return {
    ...asImage(`${door.name}: ${lampLabels[door.lamp]}`),
    className: `plan-door plan-${place.kind}`,
    'data-door': door.name,
    'data-lamp': door.lamp,
    'data-movement': door.movement,
    transform: `translate(${place.x} ${place.y})`,
  } as const;
}

/** One door in detail. */
export const DoorDrawing = memo(function DoorDrawing({ place, door }: Props) {
  return (
    <g {...doorAttributes(place, door)}>
      {place.kind === 'unit' && <UnitDrawing place={place} door={door} />}
      {place.kind === 'gate' && <GateDrawing place={place} door={door} />}
      {place.kind === 'door' && <BuildingDoorDrawing place={place} door={door} />}
    </g>
  );
});

const SIGN_FONT = 13;
const SIGN_LINE = 15;
const SIGN_WIDTH = 98;

/** A leaf in the fence, with a lamp and a sign towards the street. */
function GateDrawing({ place, door }: Props) {
  const isFront = place.faces === 'down';
  const lines = fitted(door.name, SIGN_WIDTH - 8, SIGN_FONT, 2);
  const height = lines.length * SIGN_LINE + 6;
  const top = isFront ? GATE.height + 5 : -5 - height;
  return (
    <>
      <rect className="plan-opening" width={GATE.width} height={GATE.height} />
      <g transform={`translate(0 ${GATE.height / 2}) scale(1 ${isFront ? -1 : 1})`}>
        <path className="plan-leaf plan-swinging" d={`M0 0h${GATE.width}`} />
      </g>
      <path className="plan-post" d={`M-3 1h6v10h-6zM${GATE.width - 3} 1h6v10h-6z`} />
      <rect
        className="plan-plate"
        x={(GATE.width - SIGN_WIDTH) / 2}
        y={top}
        width={SIGN_WIDTH}
        height={height}
        rx={5}
      />
      <Label lines={lines} font={SIGN_FONT} x={GATE.width / 2} y={top + SIGN_LINE} step={SIGN_LINE} />
      <g transform={`translate(${GATE.width + 16} ${GATE.height / 2})`}>
        <LampDrawing lamp={door.lamp} />
      </g>
    </>
  );
}

const PORCH_FONT = 12.5;
const PORCH_LINE = 14;
const PORCH_WIDTH = 78;

/** A leaf in the outer wall, with its lamp and name beside it. */
function BuildingDoorDrawing({ place, door }: Props) {
  const side = place.faces === 'left' ? -1 : 1;
  const lines = fitted(door.name, PORCH_WIDTH, PORCH_FONT, 3);
  const middle = place.height / 2;
  const wall = place.width / 2;
  const outside = wall + side * 44;
  return (
    <>
      <rect className="plan-opening" width={place.width} height={place.height} />
      <g transform={`translate(${wall} ${place.height}) rotate(-90) scale(1 ${side})`}>
        <path className="plan-leaf plan-swinging" d={`M0 0h${place.height}`} />
      </g>
      <Label
        lines={lines}
        font={PORCH_FONT}
        x={outside}
        y={middle - 18 - (lines.length - 1) * PORCH_LINE}
        step={PORCH_LINE}
      />
      <g transform={`translate(${outside} ${middle})`}>
        <LampDrawing lamp={door.lamp} />
      </g>
    </>
  );
}
