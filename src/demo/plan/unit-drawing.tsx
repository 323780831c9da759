import type { Point } from './geometry.ts';
import { fitted, textWidth } from './label.ts';
import { Label } from './label-drawing.tsx';
import { LampDrawing } from './lamp-drawing.tsx';
import { type Placed, UNIT } from './layout-building.ts';
import type { PlanDoor } from './plan-model.ts';

const SHUTTER = UNIT.width - 28;
const NAME = { font: 15, line: 0, lines: 1 } as const;
/** For a name that does not fit into one line. */
const LONG_NAME = { font: 12, line: 13, lines: 2 } as const;
const NAME_WIDTH = UNIT.width - 8;

/** Paths of a unit at `corner`: the room, its roll-up door towards the corridor, and lamp and lock beside it. */
export function unitPaths(faces: Placed['faces'], { x, y }: Point) {
  const isDown = faces === 'down';
  const hardware = y + (isDown ? UNIT.height - 21 : 21);
  return {
    room: `M${x} ${y}h${UNIT.width}v${UNIT.height}h${-UNIT.width}z`,
    shutter: `M${x + 14} ${y + (isDown ? UNIT.height - 2 : 2)}h${SHUTTER}`,
    lock: `M${x + 52} ${hardware}a8 8 0 1 0 16 0a8 8 0 1 0 -16 0m8-4.5v9`,
    lamp: `M${x + 24} ${hardware}`,
  };
}

/** One unit in detail, relative to its corner. */
export function UnitDrawing({ place, door }: { readonly place: Placed; readonly door: PlanDoor }) {
  const { room, shutter, lock, lamp } = unitPaths(place.faces, { x: 0, y: 0 });
  return (
    <>
      <path className="plan-room" d={room} />
      <path className="plan-leaf plan-shutter" d={shutter} />
      <UnitName name={door.name} faces={place.faces} />
      {door.lamp === 'opening' ? (
        // A transform of its own, so that the sign rotates about its centre.
        <g transform={lamp.replace('M', 'translate(').concat(')')}>
          <LampDrawing lamp={door.lamp} />
        </g>
      ) : (
        <LampDrawing lamp={door.lamp} at={[lamp]} />
      )}
      {door.lamp !== 'none' && <path className="plan-lock" d={lock} />}
    </>
  );
}

/** The name of a unit, relative to its corner. */
export function UnitName({ name, faces }: { readonly name: string; readonly faces: Placed['faces'] }) {
  const { font, line, lines } = textWidth(name, NAME.font) <= NAME_WIDTH ? NAME : LONG_NAME;
  const written = fitted(name, NAME_WIDTH, font, lines);
  const first = (faces === 'down' ? 20 : 52) - ((written.length - 1) * line) / 2;
  return <Label lines={written} font={font} x={UNIT.width / 2} y={first} step={line} />;
}
