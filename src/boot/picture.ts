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

const TAGS =
  /^(a|bdi|button|div|h1|h2|header|img|input|label|li|main|nav|p|search|section|span|svg|ul|path|circle|rect|line|polyline)$/;
const ATTRIBUTES =
  /^(aria-current|aria-hidden|class|cx|cy|d|data-state|fill|height|inert|placeholder|points|r|rx|ry|stroke|stroke-(line(cap|join)|width)|viewBox|width|x|x1|x2|y|y1|y2)$/;
/** On this origin, or somebody to call. */
const HREF = /^(\/(?![/\\])|tel:|#)/;

/** Whether an element may be part of it: asked when it is kept, and again when it is drawn. */
export function isDrawable(tag: string): boolean {
  return TAGS.test(tag);
}

/** The same of an attribute. */
export function isDrawableAttribute(name: string, value: string): boolean {
  return ATTRIBUTES.test(name) || (name === 'href' && HREF.test(value));
}

const SVG = 'http://www.w3.org/2000/svg';

export function draw(nodes: readonly PictureNode[], isDrawing = false): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const list: readonly PictureNode[] = Array.isArray(nodes) ? nodes : [];
  for (const node of list) {
    if (typeof node === 'string') {
      fragment.append(node);
      continue;
    }
    const [tag, attributes, children] = node;
    // Storage may hold anything by now.
    if (!isDrawable(tag)) continue;
    const isShape = isDrawing || tag === 'svg';
    const element = isShape ? document.createElementNS(SVG, tag) : document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (isDrawableAttribute(name, value)) element.setAttribute(name, value);
    }
    element.append(draw(children, isShape));
    fragment.append(element);
  }
  return fragment;
}
