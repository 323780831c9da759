import type { Lamp } from './lamp.ts';

const ROUND = 'm-10 0a10 10 0 1 0 20 0a10 10 0 1 0 -20 0';

/**
 * Outline and sign of each lamp, so that lamps differ by shape and not only by colour. Relative paths, so that many
 * lamps are one path.
 */
const drawings: Readonly<Record<Lamp, { readonly shape: string; readonly sign: string }>> = {
  permitted: { shape: ROUND, sign: 'm-4.5 .5l3 3.2l6-6.6' },
  denied: {
    shape: 'm-9-6.5a2.5 2.5 0 0 1 2.5-2.5h13a2.5 2.5 0 0 1 2.5 2.5v13a2.5 2.5 0 0 1-2.5 2.5h-13a2.5 2.5 0 0 1-2.5-2.5z',
    sign: 'm-4-4l8 8m0-8l-8 8',
  },
  opening: {
    shape: ROUND,
    sign: 'm-5 0a5 5 0 0 1 8.5-3.6m1.5 3.6a5 5 0 0 1-8.5 3.6m7.7-10.1v3.4h-3.4m-5 9.6v-3.4h3.4',
  },
  open: { shape: 'm-12 0a12 12 0 1 0 24 0a12 12 0 1 0 -24 0', sign: 'm-5 0h10v6h-10zm2 0v-3.2a3 3 0 0 1 5.8-1' },
  jammed: { shape: 'm0-11l11.5 20h-23z', sign: 'm0-4v6m0 3.4v.2' },
  offline: { shape: 'm0-12l12 12l-12 12l-12-12z', sign: 'm-4.5-4.5l9 9m-9.5-3.5a7 7 0 0 1 3-2m7 2a7 7 0 0 0-2-1.6' },
  none: { shape: ROUND, sign: 'm-4 0h8' },
  other: { shape: 'm-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0', sign: '' },
};

type Props = {
  readonly lamp: Lamp;
  /** Move commands to the positions of the lamps, such as `M3 4`. Default: the origin. */
  readonly at?: readonly string[];
};

/** Draws a lamp at each position. */
export function LampDrawing({ lamp, at = ['M0 0'] }: Props) {
  const { shape, sign } = drawings[lamp];
  return (
    <>
      <path className={`plan-lamp plan-lamp-${lamp}`} d={at.map((move) => move + shape).join('')} />
      {sign && <path className={`plan-sign plan-sign-${lamp}`} d={at.map((move) => move + sign).join('')} />}
    </>
  );
}
