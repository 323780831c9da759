type Props = {
  readonly lines: readonly string[];
  /** In plan units. */
  readonly font: number;
  readonly x: number;
  readonly y: number;
  readonly step: number;
};

/** The visible name, which may be cut; the door has the full name for the accessibility tree. */
export function Label({ lines, font, x, y, step }: Props) {
  const placed = lines.map((line, nth) => ({ line, at: y + nth * step }));
  return placed.map(({ line, at }) => (
    <text key={at} className="plan-label" fontSize={font} x={x} y={at}>
      {line}
    </text>
  ));
}
