import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus } from 'node:os';

const RESULTS = 'bench/results.json';

/** The hardware of the measurements, without the name of the machine. */
export const machine = `${cpus().length} cores, ${arch()}, Node ${process.versions.node.split('.')[0]}`;

/** The stored results, by benchmark. */
export function readResults(): Readonly<Record<string, unknown>> {
  return existsSync(RESULTS) ? (JSON.parse(readFileSync(RESULTS, 'utf8')) as Record<string, unknown>) : {};
}

/** Replaces the results of one benchmark. */
export function writeResults(name: string, findings: unknown): void {
  const results = { ...readResults(), machine, [name]: findings };
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
}
