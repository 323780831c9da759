/** Texts of the plan. The demo is English only. */
export const planMessages = {
  surface: 'Move and zoom the plan',
  help: 'Arrow keys move the plan, plus and minus zoom, 0 shows all of it.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  showAll: 'Show all',
  goToTenant: 'Go to the tenant',
  empty: 'There is no site to show.',
} as const;

const list = new Intl.ListFormat('en', { type: 'conjunction' });
/** With more sites, the title has their number instead of their names. */
const MAX_NAMES = 4;

/** `Plan of Denver North and Boulder`, `Plan of 40 sites` */
export function planTitle(names: readonly string[]): string {
  if (names.length === 0) return 'Empty plan';
  return names.length > MAX_NAMES ? `Plan of ${names.length} sites` : `Plan of ${list.format(names)}`;
}
