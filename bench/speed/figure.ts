/** One row of the table: what was measured, what it is held against, and how it may come out. */
export type Figure = {
  readonly what: string;
  /** What the bar is held against: a ratio, or the figure itself. */
  readonly result: number;
  readonly unit: Unit;
  readonly bar: Bar;
  /** The absolute values behind a ratio, or what else helps to read the row. */
  readonly absolute: string;
  readonly met: boolean;
};

export type Unit = '×' | 'ms' | 'KB' | 'points' | 'calls' | 'cards' | 'round trips';
export type Bar = { readonly atMost: number } | { readonly atLeast: number } | { readonly exactly: number };

/** What one measurement hands back: its rows, and tables of its own that are shown below them. */
export type Findings = {
  readonly figures: readonly Figure[];
  readonly details?: readonly Detail[];
};
/** A table of its own; the names of a row's cells are the headings. */
export type Detail = { readonly title: string; readonly rows: readonly Readonly<Record<string, string>>[] };

export function figure(what: string, result: number, unit: Unit, bar: Bar, absolute = ''): Figure {
  const rounded = Math.round(result * 1000) / 1000;
  return { what, result: rounded, unit, bar, absolute, met: isMet(rounded, bar) };
}

/** NaN, where nothing was measured, meets nothing. */
function isMet(result: number, bar: Bar): boolean {
  if ('atMost' in bar) return result <= bar.atMost;
  if ('atLeast' in bar) return result >= bar.atLeast;
  return result === bar.exactly;
}

/** `≤ 1.15 ×` */
export function formatBar({ bar, unit }: Figure): string {
  if ('atMost' in bar) return `≤ ${bar.atMost} ${unit}`;
  if ('atLeast' in bar) return `≥ ${bar.atLeast} ${unit}`;
  return `${bar.exactly} ${unit}`;
}

/** Counts as they are, ratios with two digits, all else with one. */
export function formatResult({ result, unit }: Figure): string {
  const digits = Number.isInteger(result) && unit !== '×' && unit !== 'ms' && unit !== 'KB' ? 0 : unit === '×' ? 2 : 1;
  return `${result.toFixed(digits)} ${unit}`;
}

/** `123 ms`, or `1.4 ms` where whole ones say too little. */
export function ms(duration: number): string {
  return `${duration < 20 ? duration.toFixed(1) : duration.toFixed(0)} ms`;
}
