import type { Tenant } from '../world.ts';
import { entryPoint, tenant, unit, zone } from './makers.ts';
import { largeSites } from './sites.ts';

const UNITS_A_SITE = 240;
const POINTS_A_SITE = 10;
/** Every n-th unit is past due. */
const PAST_DUE_EVERY = 17;

/** +1 303 555 0104: a staff account with 250 doors at each of 40 locations. */
export function tenThousandDoors(): Tenant {
  const [first] = largeSites;
  if (!first) throw new Error('There are no large sites.');
  return tenant({
    id: 'tenant_ten_thousand',
    name: 'Continental Storage Staff',
    phone: '+13035550104',
    site: first,
    units: largeSites.flatMap((site) =>
      Array.from({ length: UNITS_A_SITE }, (_, index) => {
        const name = `${site.name.slice(-2)}-${String(index + 1).padStart(3, '0')}`;
        const isPastDue = index % PAST_DUE_EVERY === 5;
        return unit({
          id: `unit_${site.id}_${index + 1}`,
          name,
          site,
          // Past due units have a zone of their own, because they block the entry points of their zone.
          zoneId: isPastDue ? `zone_${site.id}_owing` : `zone_${site.id}`,
          ...(isPastDue ? { balanceDue: 20 + index, paidThroughDate: '2026-01-31' } : {}),
        });
      }),
    ),
    entryPoints: largeSites.flatMap((site) => {
      const shared = zone(`zone_${site.id}`, `${site.name} all`);
      return Array.from({ length: POINTS_A_SITE }, (_, index) =>
        entryPoint({
          id: `ep_${site.id}_${index + 1}`,
          name: `${site.name} Gate ${index + 1}`,
          site,
          zone: shared,
          type: index === 0 ? 'gate' : 'exterior_door',
        }),
      );
    }),
  });
}
