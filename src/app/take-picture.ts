import { PICTURE, type Picture, type PictureNode } from '#boot';
import { NAMES_TO_REMOVE } from './owed.ts';
import type { Services } from './services.ts';

const TAGS =
  /^(a|bdi|button|div|h1|h2|header|img|input|label|li|main|nav|p|search|section|span|svg|ul|path|circle|rect|line|polyline)$/;
const ATTRIBUTES =
  /^(aria-current|aria-hidden|class|cx|cy|d|data-state|fill|height|placeholder|points|r|rx|ry|stroke|stroke-(line(cap|join)|width)|viewBox|width|x|x1|x2|y|y1|y2)$/;
/** On this origin, or somebody to call. */
const HREF = /^(\/(?!\/)|tel:|#)/;
/** What holds for a moment, and what a finger would press in vain. */
const LEFT_OUT = '.banner, .pull, .skip-link, p.visually-hidden';

/** Keeps what a person sees of their doors as they leave the page, for the next start to begin with. */
export function keepPictureOnLeaving({ sessions, local }: Services, host: HTMLElement): void {
  addEventListener('pagehide', () => {
    const session = sessions.get();
    const isLeaving = local.get(NAMES_TO_REMOVE) === true;
    if (session.kind !== 'signed-in' || isLeaving || location.pathname !== '/doors') return;
    const stored = sessions.stored();
    if (stored.kind !== 'signed-in' || stored.token !== session.token) return;
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
    if (!(node instanceof Element) || !TAGS.test(node.tagName.toLowerCase()) || node.matches(LEFT_OUT)) return [];
    const attributes = Object.fromEntries(
      [...node.attributes]
        .filter(({ name, value }) => ATTRIBUTES.test(name) || (name === 'href' && HREF.test(value)))
        .map(({ name, value }) => [name, value]),
    );
    // It has nobody behind it yet who would hear a press.
    if (node.matches('button, input')) attributes.inert = '';
    return [[node.tagName.toLowerCase(), attributes, nodesOf(node)]];
  });
}
