import { table } from '../lib/document.ts';
import { type Detail, type Figure, type Findings, formatBar, formatResult } from './figure.ts';

/** One table with the figures of all measurements, followed by the additional tables. */
export function tables(machine: string, all: readonly Findings[]): string {
  const rows = all.flatMap(({ figures }) => figures).map(row);
  const head = ['what', 'result', 'bar', '', 'absolute'];
  const details = all.flatMap(({ details = [] }) => details).map(detail);
  return [`Machine: ${machine}.`, table([head, ...rows]), ...details].join('\n\n');
}

function row(one: Figure): string[] {
  return [one.what, formatResult(one), formatBar(one), one.met ? 'met' : '**missed**', one.absolute];
}

function detail({ title, rows }: Detail): string {
  return `### ${title}\n\n${table([Object.keys(rows[0] ?? {}), ...rows.map((cells) => Object.values(cells))])}`;
}
