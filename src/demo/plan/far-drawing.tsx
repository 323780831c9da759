import { memo } from 'react';
import { type Lamp, lamps } from './lamp.ts';
import type { Placed } from './layout-building.ts';
import { blocksOf, type SiteLayout } from './layout-site.ts';
import type { PlanDoor } from './plan-model.ts';

type Props = { readonly site: SiteLayout; readonly doors: ReadonlyMap<string, PlanDoor> };

/** All doors of a site at a small scale, one path for each lamp. Blocks in detail are drawn on top. */
export const FarDoors = memo(function FarDoors({ site, doors }: Props) {
  const paths = new Map<Lamp, string>();
  for (const { doors: places } of blocksOf(site)) {
    for (const place of places) {
      const lamp = doors.get(place.id)?.lamp;
      if (lamp) paths.set(lamp, (paths.get(lamp) ?? '') + markOf(place, lamp));
    }
  }
  return lamps.map(
    (lamp) => paths.has(lamp) && <path key={lamp} className={`plan-far plan-far-${lamp}`} d={paths.get(lamp)} />,
  );
});

const INSET = 6;

/** A shape for each lamp; doors that move or are open fill their place. */
function markOf(place: Placed, lamp: Lamp): string {
  const { x, y, width, height } = place;
  const isLit = lamp === 'open' || lamp === 'opening';
  if (place.kind !== 'unit' || isLit) return `M${x} ${y}h${width}v${height}h${-width}z`;
  const [left, top, across, down] = [x + INSET, y + INSET, width - 2 * INSET, height - 2 * INSET];
  const from = `M${left} ${top}`;
  switch (lamp) {
    case 'denied':
      return `${from}l${across} ${down}v${-down}l${-across} ${down}z`;
    case 'jammed':
      return `M${left + across / 2} ${top}l${across / 2} ${down}h${-across}z`;
    case 'offline':
    case 'none':
      return `M${left + across / 2} ${top}l${across / 2} ${down / 2}l${-across / 2} ${down / 2}l${-across / 2} ${-down / 2}z`;
    default:
      return `${from}h${across}v${down}h${-across}z`;
  }
}
