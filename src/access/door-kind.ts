import type { SignedInMessages } from '#i18n';
import type { Door } from '#model';

const KINDS = {
  gate: 'gate',
  'outer-door': 'door',
  'inner-door': 'door',
  'rollup-door': 'door',
  other: 'sharedDoor',
} as const;

/** What a door is to the tenant: `Gate`, `Your unit`. A unit is only `Unit` where the system does not name the grant. */
export function kindText({ doors: { kinds } }: SignedInMessages, { form, grantType }: Door): string {
  return kinds[form === 'unit' ? (grantType ?? 'unit') : KINDS[form]];
}
