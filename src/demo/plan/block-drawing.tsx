import { memo } from 'react';
import { DoorDrawing, doorAttributes } from './door-drawing.tsx';
import { type Lamp, lamps } from './lamp.ts';
import { LampDrawing } from './lamp-drawing.tsx';
import type { Block, Placed } from './layout-building.ts';
import type { PlanDoor } from './plan-model.ts';
import { UnitName, unitPaths } from './unit-drawing.tsx';

type Props = { readonly block: Block; readonly doors: ReadonlyMap<string, PlanDoor> };

/** The doors of a block, each drawn separately. */
export const BlockDrawing = memo(function BlockDrawing({ block, doors }: Props) {
  return block.doors.map((place) => {
    const door = doors.get(place.id);
    return door && <DoorDrawing key={place.id} place={place} door={door} />;
  });
});

/**
 * Looks like `BlockDrawing` and has the same accessibility tree, with a third of the elements: closed units share one
 * path for rooms, one for locks and one for each kind of lamp. For large plans.
 */
export const LightBlockDrawing = memo(function LightBlockDrawing({ block, doors }: Props) {
  const closedUnits: Placed[] = [];
  const others: Placed[] = [];
  for (const place of block.doors) {
    const isClosed = place.kind === 'unit' && doors.get(place.id)?.movement === 'closed';
    (isClosed ? closedUnits : others).push(place);
  }
  return (
    <>
      {closedUnits.length > 0 && <ClosedUnits places={closedUnits} doors={doors} />}
      {closedUnits.map((place) => {
        const door = doors.get(place.id);
        return door && <ClosedUnit key={place.id} place={place} door={door} />;
      })}
      {others.map((place) => {
        const door = doors.get(place.id);
        return door && <DoorDrawing key={place.id} place={place} door={door} />;
      })}
    </>
  );
});

type UnitsProps = { readonly places: readonly Placed[]; readonly doors: ReadonlyMap<string, PlanDoor> };

function ClosedUnits({ places, doors }: UnitsProps) {
  const drawn = { room: '', shutter: '', lock: '' };
  const lit = new Map<Lamp, string[]>();
  for (const place of places) {
    const lamp = doors.get(place.id)?.lamp;
    if (!lamp) continue;
    const paths = unitPaths(place.faces, place);
    drawn.room += paths.room;
    drawn.shutter += paths.shutter;
    if (lamp !== 'none') drawn.lock += paths.lock;
    lit.set(lamp, [...(lit.get(lamp) ?? []), paths.lamp]);
  }
  return (
    <>
      <path className="plan-room" d={drawn.room} />
      <path className="plan-leaf plan-shutter" d={drawn.shutter} />
      <path className="plan-lock" d={drawn.lock} />
      {lamps.map((lamp) => {
        const at = lit.get(lamp);
        return at && <LampDrawing key={lamp} lamp={lamp} at={at} />;
      })}
    </>
  );
}

/** The accessible name and the label of a unit. */
const ClosedUnit = memo(function ClosedUnit({ place, door }: { readonly place: Placed; readonly door: PlanDoor }) {
  return (
    <g {...doorAttributes(place, door)}>
      <UnitName name={door.name} faces={place.faces} />
    </g>
  );
});
