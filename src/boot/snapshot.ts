/**
 * A DOM snapshot of the list of doors, shown at the next start until the app has loaded. The boot script rebuilds it
 * element by element, never from HTML, so text cannot become markup. The stored JSON format is read by later releases.
 */
export type Snapshot = {
  /** The session's tenant as JSON; the snapshot is shown to no other tenant. */
  readonly of: string;
  readonly lang: string;
  readonly dir: string;
  readonly nodes: readonly SnapshotNode[];
};

export type SnapshotNode =
  | string
  | readonly [tag: string, attributes: Readonly<Record<string, string>>, children: readonly SnapshotNode[]];

const TAGS =
  /^(a|bdi|button|div|h1|h2|header|img|input|label|li|main|nav|p|search|section|span|svg|ul|path|circle|rect|line|polyline)$/;
const ATTRIBUTES =
  /^(aria-current|aria-hidden|class|cx|cy|d|data-state|fill|height|inert|placeholder|points|r|rx|ry|stroke|stroke-(line(cap|join)|width)|viewBox|width|x|x1|x2|y|y1|y2)$/;
/** A path on this origin, a phone number or a fragment. */
const HREF = /^(\/(?![/\\])|tel:|#)/;

/** Whether an element may be in a snapshot. Checked when it is taken and, because storage may hold anything, when rendered. */
export function isAllowedElement(tag: string): boolean {
  return TAGS.test(tag);
}

/** Whether an attribute may be in a snapshot. */
export function isAllowedAttribute(name: string, value: string): boolean {
  return ATTRIBUTES.test(name) || (name === 'href' && HREF.test(value));
}

const SVG = 'http://www.w3.org/2000/svg';

export function renderSnapshot(nodes: readonly SnapshotNode[], isInSvg = false): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const list: readonly SnapshotNode[] = Array.isArray(nodes) ? nodes : [];
  for (const node of list) {
    if (typeof node === 'string') {
      fragment.append(node);
      continue;
    }
    const [tag, attributes, children] = node;
    if (!isAllowedElement(tag)) continue;
    const isSvg = isInSvg || tag === 'svg';
    const element = isSvg ? document.createElementNS(SVG, tag) : document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (isAllowedAttribute(name, value)) element.setAttribute(name, value);
    }
    element.append(renderSnapshot(children, isSvg));
    fragment.append(element);
  }
  return fragment;
}
