/** In plan units, which are CSS px at scale 1. y points down. */
export type Point = { readonly x: number; readonly y: number };
export type Rect = Point & { readonly width: number; readonly height: number };
export type Size = { readonly width: number; readonly height: number };

export const right = ({ x, width }: Rect): number => x + width;
export const bottom = ({ y, height }: Rect): number => y + height;
export const centre = ({ x, y, width, height }: Rect): Point => ({ x: x + width / 2, y: y + height / 2 });

/** Whether they intersect in more than an edge. */
export function overlap(a: Rect, b: Rect): boolean {
  return a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a);
}

export function moved<T extends Rect>(rect: T, { x, y }: Point): T {
  return { ...rect, x: rect.x + x, y: rect.y + y };
}

export function grown({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/** The bounding box; empty at the origin for an empty list. */
export function around(rects: readonly Rect[]): Rect {
  if (rects.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = Math.min(...rects.map((rect) => rect.x));
  const y = Math.min(...rects.map((rect) => rect.y));
  return { x, y, width: Math.max(...rects.map(right)) - x, height: Math.max(...rects.map(bottom)) - y };
}

/** Centres each row that `shelve` made within the widest one. */
export function centred(places: readonly Rect[]): Rect[] {
  const { width } = around(places);
  const ends = new Map<number, number>();
  for (const place of places) ends.set(place.y, Math.max(ends.get(place.y) ?? 0, right(place)));
  return places.map((place) => moved(place, { x: (width - (ends.get(place.y) ?? width)) / 2, y: 0 }));
}

/** Places the sizes in rows from left to right, each row at most `width` wide unless a single item is wider. */
export function shelve(sizes: readonly Size[], width: number, gap: number): Rect[] {
  let x = 0;
  let y = 0;
  let tallest = 0;
  return sizes.map((size) => {
    if (x > 0 && x + size.width > width) {
      y += tallest + gap;
      x = 0;
      tallest = 0;
    }
    const place = { x, y, width: size.width, height: size.height };
    x += size.width + gap;
    tallest = Math.max(tallest, size.height);
    return place;
  });
}
