import { memo } from 'react';
import { bottom, grown, type Rect } from './geometry.ts';
import { fitted } from './label.ts';
import { BUILDING_FONT, type BuildingLayout } from './layout-building.ts';
import type { SiteLayout } from './layout-site.ts';

const HEDGE = 7;
const NEAR_NAME = 22;

/** The static parts of a site: ground, fence, walls and corridors. */
export const SiteGround = memo(function SiteGround({ site }: { readonly site: SiteLayout }) {
  const { fence, openings, nameAt, nameSize } = site;
  const isLarge = nameSize > NEAR_NAME;
  return (
    <>
      <rect className="plan-hedge" {...sizes(grown(fence, HEDGE))} rx={10} />
      {openings.map((opening) => (
        <rect key={`${opening.x} ${opening.y}`} className="plan-drive" {...sizes(driveOf(opening, site))} />
      ))}
      <rect className="plan-yard" {...sizes(fence)} rx={3} />
      <rect className="plan-fence" {...sizes(fence)} rx={3} />
      {openings.map((opening) => (
        <rect key={`${opening.x} ${opening.y}`} className="plan-opening" {...sizes(opening)} />
      ))}
      <text
        className={`plan-site-name ${isLarge ? 'plan-from-afar' : ''}`}
        x={nameAt.x}
        y={nameAt.y}
        fontSize={nameSize}
      >
        {fitted(site.name, fence.width, nameSize, 1)}
      </text>
      {isLarge && (
        <text className="plan-site-name plan-from-near" x={nameAt.x} y={fence.y - 14} fontSize={NEAR_NAME}>
          {site.name}
        </text>
      )}
      {site.buildings.map((building) => (
        <BuildingDrawing key={building.id} building={building} />
      ))}
    </>
  );
});

function BuildingDrawing({ building: { name, bounds, walls, corridors } }: { readonly building: BuildingLayout }) {
  return (
    <>
      <rect className="plan-shadow" {...sizes({ ...walls, x: walls.x + 3, y: walls.y + 4 })} />
      <rect className="plan-walls" {...sizes(walls)} />
      {corridors.map((corridor) => (
        <rect key={`${corridor.x} ${corridor.y}`} className="plan-corridor" {...sizes(corridor)} />
      ))}
      <rect className="plan-outline" {...sizes(walls)} />
      <text className="plan-building-name" x={walls.x} y={walls.y - 7}>
        {fitted(name, bounds.x + bounds.width - walls.x, BUILDING_FONT, 1)}
      </text>
    </>
  );
}

/** The driveway from an opening in the fence to the street. */
function driveOf(opening: Rect, { bounds, fence, backRoad }: SiteLayout): Rect {
  if (backRoad && opening.y < fence.y + 1) {
    return { ...opening, y: bottom(backRoad), height: opening.y - bottom(backRoad) + opening.height };
  }
  return { ...opening, height: bottom(bounds) - opening.y };
}

export function sizes({ x, y, width, height }: Rect): Rect {
  return { x, y, width, height };
}
