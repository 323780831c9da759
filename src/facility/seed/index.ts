import type { Tenant } from '../world.ts';
import { everyState } from './every-state.ts';
import { sites } from './sites.ts';
import { hostileTexts, nothingRented, oneAccount, twoAccounts } from './small-tenants.ts';
import { tenThousandDoors } from './ten-thousand.ts';

/** All tenants of a new world. Some dates and hours are relative to `now` (epoch ms). */
export function seedTenants(now: number): Tenant[] {
  return [oneAccount(), ...twoAccounts(), everyState(now), tenThousandDoors(), hostileTexts(), nothingRented()];
}

/** Phone numbers for signing in. */
export const demoTenants: readonly { readonly phone: string; readonly about: string }[] = [
  { phone: '+1 303 555 0101', about: 'one account: a unit that opens, one past due, one without a lock' },
  { phone: '+1 303 555 0102', about: 'two accounts at two locations' },
  { phone: '+1 303 555 0103', about: 'a unit for every state and every reason' },
  { phone: '+1 303 555 0104', about: 'ten thousand doors at 40 locations' },
  { phone: '+1 303 555 0105', about: 'hostile texts' },
  { phone: '+1 303 555 0106', about: 'nothing rented' },
];

/** `locations` of the app's configuration, by location id. */
export const seedLocations: Readonly<Record<string, { name: string; timezone: string; phone: string }>> =
  Object.fromEntries(sites.map(({ id, name, timezone, phone }) => [id, { name, timezone, phone }]));
