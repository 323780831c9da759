import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus } from 'node:os';

const RESULTS = 'bench/results.json';

/** In general terms: what a figure was measured on, not where. */
export const machine = `${cpus().length} cores, ${arch()}, Node ${process.versions.node.split('.')[0]}`;

/** What the benchmarks have written down, by their names. */
export function readResults(): Readonly<Record<string, unknown>> {
  return existsSync(RESULTS) ? (JSON.parse(readFileSync(RESULTS, 'utf8')) as Record<string, unknown>) : {};
}

/** Replaces what one benchmark wrote; the others' stays. */
export function writeResults(name: string, findings: unknown): void {
  const results = { ...readResults(), machine, [name]: findings };
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
}
