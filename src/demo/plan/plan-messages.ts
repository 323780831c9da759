/** What the plan says. The demo speaks English alone. */
export const planMessages = {
  surface: 'Move and zoom the plan',
  help: 'Arrow keys move the plan, plus and minus zoom, 0 shows all of it.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  showAll: 'Show all',
  goToTenant: 'Go to the tenant',
  nobody: 'There is no site to show.',
} as const;

const list = new Intl.ListFormat('en', { type: 'conjunction' });
/** More than so many names are a number. */
const NAMED = 4;

/** `Plan of Denver North and Boulder`, `Plan of 40 sites` */
export function planTitle(names: readonly string[]): string {
  if (names.length === 0) return 'Empty plan';
  return names.length > NAMED ? `Plan of ${names.length} sites` : `Plan of ${list.format(names)}`;
}
