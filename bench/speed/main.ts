import { ensureBuild } from '../../scripts/lib/builds.mjs';
import { writeSection } from '../lib/document.ts';
import { machine, readResults, writeResults } from '../lib/results.ts';
import { type Findings, formatBar, formatResult } from './figure.ts';
import { measureInteractions } from './interactions.ts';
import { measureFirstVisit } from './lighthouse.ts';
import { measureFirstList } from './list.ts';
import { measureMemory } from './memory.ts';
import { measureParsing } from './parse.ts';
import { measurePlan } from './plan.ts';
import { measurePress } from './press.ts';
import { measureRequests } from './requests.ts';
import { measureRerender } from './rerender.ts';
import { measureSearch } from './search.ts';
import { measureSizes } from './sizes.ts';
import { tables } from './table.ts';
import { measureSecondVisit } from './visit.ts';

/* Measures the built app in Chromium. `--only=press,list` runs some measurements and keeps the other results. */

const measurements: Readonly<Record<string, () => Promise<Findings>>> = {
  'first-visit': measureFirstVisit,
  sizes: measureSizes,
  'second-visit': measureSecondVisit,
  press: measurePress,
  plan: measurePlan,
  list: measureFirstList,
  search: measureSearch,
  rerender: measureRerender,
  parse: measureParsing,
  memory: measureMemory,
  interactions: measureInteractions,
  requests: measureRequests,
};

const only = process.argv
  .find((word) => word.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');
const unknown = only?.filter((name) => !Object.hasOwn(measurements, name)) ?? [];
if (unknown.length > 0) {
  throw new Error(`Unknown measurement "${unknown.join('", "')}". Known: ${Object.keys(measurements).join(', ')}.`);
}

await ensureBuild();
const known = (readResults().speed ?? {}) as Readonly<Record<string, Findings>>;
const found: Record<string, Findings> = {};
const missed: string[] = [];
for (const [name, measure] of Object.entries(measurements)) {
  if (only && !only.includes(name)) {
    if (known[name]) found[name] = known[name];
    continue;
  }
  const findings = await measure();
  found[name] = findings;
  for (const one of findings.figures) {
    const line = `${one.what}: ${formatResult(one)} (${formatBar(one)})`;
    process.stdout.write(`${one.met ? 'met   ' : 'MISSED'}  ${name}: ${line}${one.absolute && `; ${one.absolute}`}\n`);
    if (!one.met) missed.push(line);
  }
}
writeResults('speed', found);
writeSection('docs/performance.md', 'speed', tables(machine, Object.values(found)));
if (missed.length > 0) {
  process.stderr.write(`Missed:\n${missed.map((line) => `  ${line}`).join('\n')}\n`);
  process.exitCode = 1;
}
