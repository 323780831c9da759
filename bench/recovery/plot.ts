import type { Incident } from './server.ts';
import { BIN_MS, DURATION_MS, type Run } from './simulate.ts';

const WIDTH = 760;
const HEIGHT = 300;
const LEFT = 64;
const RIGHT = 24;
const TOP = 40;
const BOTTOM = 44;
/** The top of the scale, in requests per second. Higher peaks are given as text, so that the other lines are not flat. */
const HIGHEST = 4_000;
const INNER_WIDTH = WIDTH - LEFT - RIGHT;
const INNER_HEIGHT = HEIGHT - TOP - BOTTOM;

export type Panel = {
  readonly title: string;
  readonly incident: Incident;
  readonly runs: readonly (readonly [string, Run])[];
};

/**
 * An SVG of requests per second over time, one panel per scenario and one line per policy. `bar` is the highest allowed peak
 * as a multiple of the steady rate. It has its own light or dark background, because the page around it may have either one.
 */
export function plot(panels: readonly Panel[], bar: number): string {
  const height = panels.length * HEIGHT + 30;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="system-ui, sans-serif" font-size="12">
<title>Requests per second, in bins of five seconds</title>
<style>
text { fill: #222 } .paper { fill: #fff } .bar { stroke: #888; stroke-dasharray: 2 3 } .axis { stroke: #888 } .grid { stroke: #8884 } .incident { fill: #d332 } .line { fill: none; stroke-width: 2 }
.line-0 { stroke: #0a7d55; stroke-width: 3 } .line-1 { stroke: #c2410c } .line-2 { stroke: #6d28d9 } .line-3 { stroke: #2563eb; stroke-dasharray: 4 3 }
@media (prefers-color-scheme: dark) { text { fill: #eee } .paper { fill: #15181c } .line-0 { stroke: #5fdcaa } .line-1 { stroke: #fb923c } .line-2 { stroke: #b794f6 } .line-3 { stroke: #7aa7ff } }
</style>
<defs><clipPath id="inside"><rect x="${LEFT}" y="${TOP}" width="${INNER_WIDTH}" height="${INNER_HEIGHT}"/></clipPath></defs>
<rect class="paper" width="${WIDTH}" height="${height}"/>
${panels.map((panel, nth) => `<g transform="translate(0 ${nth * HEIGHT})">${drawPanel(panel, bar)}</g>`).join('\n')}
${legend(panels[0]?.runs.map(([name]) => name) ?? [], height - 14)}
</svg>
`;
}

function drawPanel({ title, incident, runs }: Panel, bar: number): string {
  const x = (ms: number) => round(LEFT + (ms / DURATION_MS) * INNER_WIDTH);
  const y = (rate: number) => round(TOP + INNER_HEIGHT * (1 - rate / HIGHEST));
  const levels = Array.from({ length: 5 }, (_, nth) => (HIGHEST / 4) * nth);
  const minutes = Array.from({ length: DURATION_MS / 60_000 + 1 }, (_, nth) => nth);
  return [
    `<text x="${LEFT}" y="20" font-weight="600">${title}</text>`,
    `<rect class="incident" x="${x(incident.from)}" y="${TOP}" width="${round(x(incident.until) - x(incident.from))}" height="${INNER_HEIGHT}"/>`,
    ...levels.map(
      (level) =>
        `<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(level)}" y2="${y(level)}"/><text x="${LEFT - 8}" y="${y(level) + 4}" text-anchor="end">${level}</text>`,
    ),
    ...minutes.map(
      (minute) => `<text x="${x(minute * 60_000)}" y="${HEIGHT - 24}" text-anchor="middle">${minute} min</text>`,
    ),
    `<line class="axis" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(0)}" y2="${y(0)}"/>`,
    `<text transform="translate(14 ${TOP + INNER_HEIGHT / 2}) rotate(-90)" text-anchor="middle">requests per second</text>`,
    barLine((runs[0]?.[1].steady ?? 0) * bar, `${bar} × the steady rate`, y),
    beyond(runs, x(incident.until)),
    // The first policy is drawn last, on top.
    `<g clip-path="url(#inside)">${runs
      .map(([, { rates }], nth) => line(rates, nth, x, y))
      .reverse()
      .join('\n')}</g>`,
  ].join('\n');
}

function barLine(rate: number, text: string, y: (rate: number) => number): string {
  const right = WIDTH - RIGHT;
  return `<line class="bar" x1="${LEFT}" x2="${right}" y1="${y(rate)}" y2="${y(rate)}"/><text x="${right}" y="${y(rate) - 6}" text-anchor="end">${text}</text>`;
}

/** The policies whose peak is above the scale, with their peaks. */
function beyond(runs: Panel['runs'], x: number): string {
  const text = runs
    .map(([name, { rates }]) => [name, Math.round(Math.max(...rates) / 100) * 100] as const)
    .filter(([, most]) => most > HIGHEST)
    .map(([name, most]) => `${name}: up to ${most}`);
  return `<text x="${x + 8}" y="${TOP + 14}">${text.join(', ')}</text>`;
}

function line(rates: readonly number[], nth: number, x: (ms: number) => number, y: (rate: number) => number): string {
  const points = rates.map((rate, bin) => `${x((bin + 0.5) * BIN_MS)},${y(rate)}`);
  return `<polyline class="line line-${nth}" points="${points.join(' ')}"/>`;
}

function legend(names: readonly string[], y: number): string {
  return names
    .map((name, nth) => {
      const x = LEFT + nth * 165;
      return `<line class="line line-${nth}" x1="${x}" x2="${x + 24}" y1="${y - 4}" y2="${y - 4}"/><text x="${x + 30}" y="${y}">${name}</text>`;
    })
    .join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
