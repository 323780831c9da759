/** One row of the table: a measurement, its bar and its result. */
export type Figure = {
  readonly what: string;
  /** The value compared with the bar: a ratio or an absolute value. */
  readonly result: number;
  readonly unit: Unit;
  readonly bar: Bar;
  /** The absolute values behind a ratio, or other details. */
  readonly absolute: string;
  readonly met: boolean;
};

export type Unit = '×' | 'ms' | 'KB' | 'points' | 'calls' | 'cards' | 'round trips';
export type Bar = { readonly atMost: number } | { readonly atLeast: number } | { readonly exactly: number };

/** The result of one measurement: its rows and additional tables. */
export type Findings = {
  readonly figures: readonly Figure[];
  readonly details?: readonly Detail[];
};
/** An additional table; the keys of a row are the headings. */
export type Detail = { readonly title: string; readonly rows: readonly Readonly<Record<string, string>>[] };

export function figure(what: string, result: number, unit: Unit, bar: Bar, absolute = ''): Figure {
  const rounded = Math.round(result * 1000) / 1000;
  return { what, result: rounded, unit, bar, absolute, met: isMet(rounded, bar) };
}

/** NaN, the result without measurements, meets no bar. */
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

/** Counts without decimals, ratios with two, all else with one. */
export function formatResult({ result, unit }: Figure): string {
  const digits = Number.isInteger(result) && unit !== '×' && unit !== 'ms' && unit !== 'KB' ? 0 : unit === '×' ? 2 : 1;
  return `${result.toFixed(digits)} ${unit}`;
}

/** `123 ms`, or `1.4 ms` below 20 ms. */
export function ms(duration: number): string {
  return `${duration < 20 ? duration.toFixed(1) : duration.toFixed(0)} ms`;
}
