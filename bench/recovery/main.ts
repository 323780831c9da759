import { writeFileSync } from 'node:fs';
import { table, writeSection } from '../lib/document.ts';
import { everySecond, jitterAlone, type MakeClient, ourClient, plainExponential } from './clients.ts';
import { type Panel, plot } from './plot.ts';
import { PATIENCE_MS, type Run, scenarios, simulate } from './simulate.ts';

const PEAK = 1.2;
const AMPLIFICATION = 1.15;

const policies: readonly (readonly [string, MakeClient])[] = [
  ['this app', ourClient],
  ['every second', everySecond],
  ['plain exponential', plainExponential],
  ['full jitter alone', jitterAlone],
];
const titles = { outage: 'An outage of 60 seconds', overload: 'An overload: 60 seconds with a tenth of the capacity' };

const panels: Panel[] = [];
const missed: string[] = [];
for (const [scenario, incident] of Object.entries(scenarios)) {
  const runs: [string, Run][] = [];
  for (const [name, make] of policies) {
    const run = await simulate(incident, make);
    runs.push([name, run]);
    process.stdout.write(`${scenario}, ${name}: ${describeRun(run).join(', ')}\n`);
  }
  const ours = runs[0]?.[1];
  if (!ours) throw new Error(`The ${scenario} has no runs.`);
  if (ours.peakAfter > PEAK)
    missed.push(`the peak after the ${scenario} is ${describeRun(ours)[1]} (at most ${PEAK} ×)`);
  if (ours.amplification > AMPLIFICATION) {
    missed.push(
      `in the ${scenario}, ${describeRun(ours)[2]} requests are sent per request wanted (at most ${AMPLIFICATION})`,
    );
  }
  panels.push({ title: titles[scenario as keyof typeof titles], incident, runs });
}
writeFileSync('docs/recovery.svg', plot(panels, PEAK));
writeSection('docs/recovery.md', 'results', panels.map(section).join('\n\n'));
if (missed.length > 0) {
  process.stderr.write(`Missed: ${missed.join('; ')}. docs/recovery.md explains the bars.\n`);
  process.exitCode = 1;
}

function section({ title, runs }: Panel): string {
  const head = [
    '',
    'steady, per second',
    'peak afterwards',
    'sent per wanted',
    'within three minutes',
    'during the incident',
    `answered within ${PATIENCE_MS / 1000} s`,
    '99 % again after',
  ];
  return `### ${title}\n\n${table([head, ...runs.map(([name, run]) => [name, ...describeRun(run)])])}`;
}

function describeRun(run: Run): string[] {
  return [
    run.steady.toFixed(0),
    `${run.peakAfter.toFixed(2)} ×`,
    run.amplification.toFixed(3),
    run.amplificationAround.toFixed(3),
    run.amplificationDuring.toFixed(2),
    `${(run.answered * 100).toFixed(1)} %`,
    `${run.wellAfterS} s`,
  ];
}
