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

/** From the text of an access answer to checked doors: ten times the doors may cost little more than ten times. */
export async function measureParsing(): Promise<Findings> {
  const few = await bodyOf(FEW);
  const many = await bodyOf(MANY);
  const took = { few: [] as number[], many: [] as number[] };
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    // As much text for both sizes: what a short run costs drowns in what else the machine does.
    const pair = { few: (await parsing(few, MANY / FEW)) / (MANY / FEW), many: await parsing(many, 1) };
    if (round < 0) continue;
    took.few.push(pair.few);
    took.many.push(pair.many);
  }
  const ratio = median(took.many.map((cost, nth) => cost / (took.few[nth] ?? Number.NaN)));
  const absolute = `${ms(median(took.many))}; ${FEW.toLocaleString('en')} doors ${ms(median(took.few))}`;
  const what = 'reading and checking 10,000 doors against 1,000, in Node';
  return { figures: [figure(what, ratio, '×', { atMost: 12 }, absolute)] };
}

/** Ms of the processor. */
async function parsing(body: string, times: number): Promise<number> {
  const read = reader(body);
  const began = process.cpuUsage();
  for (let time = 0; time < times; time++) await read();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

/** The system's own access call before a server that always gives this body. A tenant of its own each time: no ETag helps. */
function reader(body: string): () => Promise<unknown> {
  const config = checkConfig(JSON.stringify({ system: 'kiss' }));
  if (config.kind !== 'ok') throw new Error('The shortest configuration is not good any more.');
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

/** What the facility tells who has so many doors. */
async function bodyOf(doors: number): Promise<string> {
  const harness = createHarness();
  const token = await harness.signIn('0104');
  const path = '/api/v2/tenant/access';
  const request = new Request(`http://facility.test${path}`, { headers: { authorization: `Bearer ${token}` } });
  const fewer = createFewerDoors();
  fewer.keep(doors);
  return (await fewer.pass(request, await harness.facility.fetch(request))).text();
}
