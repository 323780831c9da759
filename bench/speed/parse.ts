import { createTransport } from '#api';
import { transportParts } from '#api/test-helpers';
import { checkConfig } from '#config/check';
import { createFakeClock } from '#platform/test-helpers';
import { kiss } from '#systems/test-helpers';
import { createHarness } from '../../src/facility/facility.test-helper.ts';
import { median } from '../lib/numbers.ts';
import { createFewerDoors } from './fewer-doors.ts';
import { type Findings, figure, ms } from './figure.ts';

const ROUNDS = 15;
const WARM_UP = 3;
const MANY = 10_000;
const FEW = 1_000;

/** Parsing and validating an access response: ten times as many doors may take only a little longer than ten times as long. */
export async function measureParsing(): Promise<Findings> {
  const few = await bodyOf(FEW);
  const many = await bodyOf(MANY);
  const timings = { few: [] as number[], many: [] as number[] };
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    // The same amount of text for both sizes, because short runs are dominated by noise.
    const pair = { few: (await parsing(few, MANY / FEW)) / (MANY / FEW), many: await parsing(many, 1) };
    if (round < 0) continue;
    timings.few.push(pair.few);
    timings.many.push(pair.many);
  }
  const ratio = median(timings.many.map((cost, nth) => cost / (timings.few[nth] ?? Number.NaN)));
  const absolute = `${ms(median(timings.many))}; ${FEW.toLocaleString('en')} doors ${ms(median(timings.few))}`;
  const what = 'reading and checking 10,000 doors against 1,000, in Node';
  return { figures: [figure(what, ratio, '×', { atMost: 12 }, absolute)] };
}

/** Ms of CPU time. */
async function parsing(body: string, times: number): Promise<number> {
  const read = reader(body);
  const startedAt = process.cpuUsage();
  for (let time = 0; time < times; time++) await read();
  const { user, system } = process.cpuUsage(startedAt);
  return (user + system) / 1000;
}

/** The system's access call with a fixed response body. Each call has another tenant, so that no ETag applies. */
function reader(body: string): () => Promise<unknown> {
  const config = checkConfig(JSON.stringify({ system: 'kiss' }));
  if (config.kind !== 'ok') throw new Error('The minimal configuration is invalid.');
  const transport = createTransport({
    base: 'https://kiss.test/api/v2',
    fetch: async () => new Response(body, { headers: { 'content-type': 'application/json' } }),
    ...transportParts(createFakeClock()),
    onProblem: () => {},
  });
  const system = kiss.connect({ config: config.config, transport });
  let calls = 0;
  return () => system.access.fetch(`token ${calls++}`, new AbortController().signal);
}

/** The facility's access response with this many doors. */
async function bodyOf(doors: number): Promise<string> {
  const harness = createHarness();
  const token = await harness.signIn('0104');
  const path = '/api/v2/tenant/access';
  const request = new Request(`http://facility.test${path}`, { headers: { authorization: `Bearer ${token}` } });
  const fewer = createFewerDoors();
  fewer.keep(doors);
  return (await fewer.pass(request, await harness.facility.fetch(request))).text();
}
