/**
 * The list of doors as it was last to be seen, to be shown again before the app has come: a tree of elements and texts.
 * Drawn by the boot script, element by element, so that what was text stays text.
 */
export type Picture = {
  /** The session's tenant, as JSON: nobody else sees it. */
  readonly of: string;
  readonly lang: string;
  readonly dir: string;
  readonly nodes: readonly PictureNode[];
};

export type PictureNode =
  | string
  | readonly [tag: string, attributes: Readonly<Record<string, string>>, children: readonly PictureNode[]];

/** Where it is kept, in localStorage. */
export const PICTURE = 'picture';

const SVG = 'http://www.w3.org/2000/svg';

export function draw(nodes: readonly PictureNode[], isDrawing = false): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const node of nodes) {
    if (typeof node === 'string') {
      fragment.append(node);
      continue;
    }
    const [tag, attributes, children] = node;
    const isShape = isDrawing || tag === 'svg';
    const element = isShape ? document.createElementNS(SVG, tag) : document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(draw(children, isShape));
    fragment.append(element);
  }
  return fragment;
}
