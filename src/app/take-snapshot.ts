import { isAllowedAttribute, isAllowedElement, SNAPSHOT_KEY, type Snapshot, type SnapshotNode } from '#boot';
import { routes } from '#routes';
import { isCurrentSession } from './current-session.ts';
import type { Services } from './services.ts';

/** Transient elements, and those that do nothing before hydration. */
const EXCLUDED = '.banner, .pull, .skip-link, p.visually-hidden';

/** Stores a snapshot of the list of doors when the page is hidden, for the next start to show until the app has loaded. */
export function takeSnapshotOnPageHide({ sessions, platform }: Services, host: HTMLElement): void {
  platform.device.addEventListener('pagehide', () => {
    const session = sessions.get();
    if (session.kind !== 'signed-in' || platform.location.path() !== routes.doors || !isCurrentSession(sessions))
      return;
    // A filtered list would look like the whole list.
    if (host.querySelector<HTMLInputElement>('input[type="search"]')?.value) return;
    // The rows of a virtualized list have positions that only the app can compute.
    if (!host.querySelector('.door-link') || host.querySelector('.windowed')) return;
    const { lang, dir } = document.documentElement;
    const snapshot: Snapshot = { of: JSON.stringify(session.tenant), lang, dir, nodes: takeSnapshot(host) };
    platform.local.set(SNAPSHOT_KEY, snapshot);
  });
}

/** The allowed descendants of an element. Exported for its test. */
export function takeSnapshot(parent: Element): SnapshotNode[] {
  return [...parent.childNodes].flatMap((node): SnapshotNode[] => {
    if (node instanceof Text) return [node.data];
    if (!(node instanceof Element) || !isAllowedElement(node.tagName.toLowerCase()) || node.matches(EXCLUDED))
      return [];
    const attributes = Object.fromEntries(
      [...node.attributes]
        .filter(({ name, value }) => isAllowedAttribute(name, value))
        .map(({ name, value }) => [name, value]),
    );
    // The elements of a snapshot have no event handlers.
    if (node.matches('button, input')) attributes.inert = '';
    return [[node.tagName.toLowerCase(), attributes, takeSnapshot(node)]];
  });
}
