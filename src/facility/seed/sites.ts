import type { Site } from '../world.ts';
import { site } from './makers.ts';

const KISS = 'Front Range Storage';

/** The two locations of the example in the contract. */
export const denverNorth = site(
  '01HQ9876543210ZYXWVUTSRQPONML',
  'Denver North',
  KISS,
  'America/Denver',
  '+1 303 555 0150',
);
export const boulder = site('01HQ8765432109YXWVUTSRQPONMLK', 'Boulder', KISS, 'America/Denver', '+1 303 555 0151');
export const phoenix = site(
  'site_phoenix',
  'Phoenix Airport',
  'Desert Lock & Keep',
  'America/Phoenix',
  '+1 602 555 0152',
);
export const aurora = site('site_aurora', 'Aurora', KISS, 'America/Denver', '+1 303 555 0153');
export const hostile = site(
  'site_hostile',
  '<script>document.title="owned"</script> & Söhne',
  '<b>Storage</b>',
  'America/Denver',
  '+1 303 555 0155',
);

const LARGE_SITES = 40;

/** The sites of the ten thousand doors. */
export const largeSites: readonly Site[] = Array.from({ length: LARGE_SITES }, (_, index) => {
  const number = String(index + 1).padStart(2, '0');
  return site(`site_large_${number}`, `Location ${number}`, 'Continental Storage', 'America/Denver', '+1 303 555 0154');
});

export const sites: readonly Site[] = [denverNorth, boulder, phoenix, aurora, hostile, ...largeSites];
