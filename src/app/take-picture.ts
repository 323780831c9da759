import { isDrawable, isDrawableAttribute, PICTURE, type Picture, type PictureNode } from '#boot';
import { routes } from '#routes';
import { isHeld } from './follow-device.ts';
import type { Services } from './services.ts';

/** What holds for a moment, and what a finger would press in vain. */
const LEFT_OUT = '.banner, .pull, .skip-link, p.visually-hidden';

/** Keeps what a person sees of their doors as they leave the page, for the next start to begin with. */
export function keepPictureOnLeaving({ sessions, local, platform }: Services, host: HTMLElement): void {
  platform.device.addEventListener('pagehide', () => {
    const session = sessions.get();
    if (session.kind !== 'signed-in' || platform.location.path() !== routes.doors || !isHeld(sessions)) return;
    // A search would show a part as all of it.
    if (host.querySelector<HTMLInputElement>('input[type="search"]')?.value) return;
    // The rows of a long list hang at places that only the app knows.
    if (!host.querySelector('.door-link') || host.querySelector('.windowed')) return;
    const { lang, dir } = document.documentElement;
    const picture: Picture = { of: JSON.stringify(session.tenant), lang, dir, nodes: nodesOf(host) };
    local.set(PICTURE, picture);
  });
}

/** Exported for its test. */
export function nodesOf(parent: Element): PictureNode[] {
  return [...parent.childNodes].flatMap((node): PictureNode[] => {
    if (node instanceof Text) return [node.data];
    if (!(node instanceof Element) || !isDrawable(node.tagName.toLowerCase()) || node.matches(LEFT_OUT)) return [];
    const attributes = Object.fromEntries(
      [...node.attributes]
        .filter(({ name, value }) => isDrawableAttribute(name, value))
        .map(({ name, value }) => [name, value]),
    );
    // It has nobody behind it yet who would hear a press.
    if (node.matches('button, input')) attributes.inert = '';
    return [[node.tagName.toLowerCase(), attributes, nodesOf(node)]];
  });
}
