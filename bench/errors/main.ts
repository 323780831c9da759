import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus } from 'node:os';
import { readAnswer } from '../../src/api/answer.ts';
import { readRefusal } from '../../src/api/read-refusal.ts';
import { table, writeSection } from '../lib/document.ts';

/* Reading an error costs in proportion to its size, and no more than 64 KB of it is ever read. */

const RESULTS = 'bench/results.json';
const KB = 1024;
const SIZES = [1, 4, 16, 63, 10 * KB] as const;
const ROUNDS = 15;
const PER_ROUND = 40;
/** Bars: 63 KB may cost so many times 1 KB, and 10 MB so many times 63 KB. */
const LINEAR = 100;
const CUT = 1.2;

const now = Date.UTC(2026, 4, 14);
const headers = new Headers({ 'content-type': 'application/json' });

/** A validation answer of about so many bytes, in the pieces in which a network would bring it. */
function bodyOf(bytes: number): readonly Uint8Array<ArrayBuffer>[] {
  const errors: Record<string, string[]> = {};
  let length = 40;
  for (let field = 0; length < bytes - 60; field++) {
    errors[`units.${field}.tenant.phone`] = ['The phone is not valid.'];
    length += `"units.${field}.tenant.phone":["The phone is not valid."],`.length;
  }
  const text = new TextEncoder().encode(JSON.stringify({ message: 'Not valid.', errors }));
  return Array.from({ length: Math.ceil(text.length / (16 * KB)) }, (_, nth) =>
    text.slice(nth * 16 * KB, (nth + 1) * 16 * KB),
  );
}

async function read(pieces: readonly Uint8Array<ArrayBuffer>[]): Promise<void> {
  let next = 0;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const piece = pieces[next++];
      if (piece) controller.enqueue(piece);
      else controller.close();
    },
  });
  readRefusal(await readAnswer({ status: 422, headers, body }), now);
}

/** Microseconds of one reading: the median of the rounds. */
async function measure(pieces: readonly Uint8Array<ArrayBuffer>[]): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    for (let nth = 0; nth < PER_ROUND; nth++) await read(pieces);
    times.push(((performance.now() - began) * 1000) / PER_ROUND);
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}

await measure(bodyOf(4 * KB));
let first: number | undefined;
const rows: { kilobytes: number; microseconds: number; ratio: number }[] = [];
for (const kilobytes of SIZES) {
  const microseconds = await measure(bodyOf(kilobytes * KB));
  first ??= microseconds;
  rows.push({
    kilobytes,
    microseconds: Math.round(microseconds),
    ratio: Math.round((10 * microseconds) / (first ?? microseconds)) / 10,
  });
}

const shown = rows.map(({ kilobytes, microseconds, ratio }) => [
  kilobytes < KB ? `${kilobytes} KB` : `${kilobytes / KB} MB, given up at 64 KB`,
  `${ratio.toFixed(1)} ×`,
  `${microseconds} µs`,
]);
process.stdout.write(`${shown.map((cells) => cells.join('   ')).join('\n')}\n`);
const known: object = existsSync(RESULTS) ? (JSON.parse(readFileSync(RESULTS, 'utf8')) as object) : {};
const machine = `${cpus().length} cores, ${arch()}, Node ${process.versions.node.split('.')[0]}`;
writeFileSync(RESULTS, `${JSON.stringify({ ...known, machine, errors: rows }, null, 2)}\n`);
writeSection(
  'docs/performance.md',
  'errors',
  `Machine: ${machine}.\n\n${table([['error body', 'against 1 KB', 'absolute'], ...shown])}`,
);

const [whole = 0, cut = 0] = rows.slice(-2).map(({ ratio }) => ratio);
if (whole > LINEAR || cut > whole * CUT) {
  process.stderr.write(
    `Missed: reading 63 KB costs ${whole} × 1 KB (at most ${LINEAR}), 10 MB ${cut} × (at most ${CUT} × what 63 KB cost).\n`,
  );
  process.exitCode = 1;
}
