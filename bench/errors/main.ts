import { readAnswer } from '../../src/api/answer.ts';
import { parseErrorResponse } from '../../src/api/parse-error-response.ts';
import { allDialects } from '../../src/systems/dialects/all.ts';
import { table, writeSection } from '../lib/document.ts';
import { median } from '../lib/numbers.ts';
import { machine, writeResults } from '../lib/results.ts';

/* Checks that reading an error response scales linearly with its size, and that at most 64 KB of it is read. */

const KB = 1024;
const SIZES = [1, 4, 16, 63, 10 * KB] as const;
const ROUNDS = 25;
const WARM_UP = 3;
const READ_PER_ROUND_KB = 640;
/** The number of reads per round of a body that is not parsed. */
const REPEATS = 100;
const PIECE = 16 * KB;
/** A longer body is not parsed. Bytes. */
const PARSE_LIMIT = 64 * KB;
/** Bars: the maximum cost of 63 KB relative to 1 KB, and of 10 MB relative to 63 KB. */
const MAX_RATIO = 100;
const MAX_CUT_RATIO = 1.2;

const now = Date.UTC(2026, 4, 14);
const headers = new Headers({ 'content-type': 'application/json' });

/** A validation error of about this many bytes; each `nth` has other field names. */
function textOf(bytes: number, nth: number): string {
  const errors: Record<string, string[]> = {};
  let length = 40;
  for (let field = 0; length < bytes - 60; field++) {
    const name = `units.${nth}-${field}.phone`;
    errors[name] = ['The phone is not valid.'];
    length += `"${name}":["The phone is not valid."],`.length;
  }
  return JSON.stringify({ message: 'Not valid.', errors });
}

/** Splits the text into chunks, as a network would. */
function piecesOf(text: string): readonly Uint8Array<ArrayBuffer>[] {
  const bytes = new TextEncoder().encode(text);
  return Array.from({ length: Math.ceil(bytes.length / PIECE) }, (_, nth) =>
    bytes.slice(nth * PIECE, (nth + 1) * PIECE),
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
  parseErrorResponse(await readAnswer({ status: 422, headers, body }), now, allDialects);
}

/** Microseconds of CPU time per item; wall time would include other processes. */
async function measure<T>(each: readonly T[], run: (one: T) => unknown): Promise<number> {
  const startedAt = process.cpuUsage();
  for (const one of each) await run(one);
  const { user, system } = process.cpuUsage(startedAt);
  return (user + system) / each.length;
}

function tenths(number: number): number {
  return Math.round(number * 10) / 10;
}

/**
 * About the same amount of text for every size, in bodies that all differ, because the engine's string caches would favour
 * small repeated bodies.
 */
const bodies = SIZES.map((kilobytes) => {
  const isParsed = kilobytes * KB < PARSE_LIMIT;
  const count = isParsed ? Math.ceil(READ_PER_ROUND_KB / kilobytes) : 1;
  const texts = Array.from({ length: count }, (_, nth) => textOf(kilobytes * KB, nth));
  const pieces = texts.map(piecesOf);
  return {
    kilobytes,
    isParsed,
    texts,
    pieces: isParsed ? pieces : new Array<typeof pieces>(REPEATS).fill(pieces).flat(),
  };
});
/** Each round measures every size and compares them, so that other load on the machine affects all sizes equally. */
const rounds: { readonly read: number; readonly parsed: number }[][] = [];
for (let round = -WARM_UP; round < ROUNDS; round++) {
  const timings: (typeof rounds)[number] = [];
  for (const { texts, pieces, isParsed } of bodies) {
    const parsed = isParsed ? await measure(texts, (text) => JSON.parse(text)) : Number.NaN;
    timings.push({ parsed, read: await measure(pieces, read) });
  }
  if (round >= 0) rounds.push(timings);
}
const rows = bodies.map(({ kilobytes, isParsed }, nth) => {
  const of = (figure: (one: { read: number; parsed: number }, first: { read: number }) => number) =>
    median(rounds.flatMap((timings) => (timings[0] && timings[nth] ? [figure(timings[nth], timings[0])] : [])));
  return {
    kilobytes,
    microseconds: Math.round(of(({ read }) => read)),
    againstFirst: tenths(of(({ read }, first) => read / first.read)),
    againstParsing: isParsed ? tenths(of(({ read, parsed }) => read / parsed)) : null,
  };
});

const shown = rows.map(({ kilobytes, microseconds, againstFirst, againstParsing }) => [
  kilobytes < KB ? `${kilobytes} KB` : `${kilobytes / KB} MB, given up at 64 KB`,
  `${againstFirst.toFixed(1)} ×`,
  againstParsing === null ? '' : `${againstParsing.toFixed(1)} ×`,
  `${microseconds} µs`,
]);
process.stdout.write(`${shown.map((cells) => cells.join('   ')).join('\n')}\n`);
writeResults('errors', rows);
writeSection(
  'docs/performance.md',
  'errors',
  `Machine: ${machine}.\n\n${table([['error body', 'against 1 KB', 'against JSON.parse of it', 'absolute'], ...shown])}`,
);

const [whole = 0, cut = 0] = rows.slice(-2).map(({ againstFirst }) => againstFirst);
if (whole > MAX_RATIO || cut > whole * MAX_CUT_RATIO) {
  process.stderr.write(
    `Missed: reading 63 KB costs ${whole} × 1 KB (at most ${MAX_RATIO}), 10 MB ${cut} × (at most ${MAX_CUT_RATIO} × what 63 KB cost).\n`,
  );
  process.exitCode = 1;
}
