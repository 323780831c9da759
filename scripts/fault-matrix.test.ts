// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Effects, effectsOf } from '../e2e/matrix/effects.ts';
import { AT_ONCE_MS, type OpenApp, openApp, pass } from '../e2e/matrix/in-process.ts';
import {
  type ArrangedRequest,
  type InProcessOperation,
  inProcessOperations,
  ONE_ACCOUNT,
} from '../e2e/matrix/operations-in-process.ts';
import { type Cell, cells } from '../e2e/matrix/table.ts';

/* Every cell of docs/fault-matrix.md below the UI: the app's services with the simulated facility. */

/** Noon in the facility's zone, on a working day. */
const NOON = Date.parse('2026-02-13T19:00:00Z');
/** The rate limits of the faults last a minute; a report is retried a little later. Ms. */
const AFTER_RATE_LIMITS_MS = 65_000;

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
  // Makes every random delay half of its maximum.
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  // There is only one tab.
  vi.stubGlobal('BroadcastChannel', undefined);
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Runs a cell until its result is shown. */
async function run(cell: Cell) {
  const operation = inProcessOperations[cell.operation];
  const app = await openApp();
  const ready = await operation.arrange(app);
  clearRecords(app);
  await app.fault({ route: operation.route, times: 0, ...cell.fault.fault });
  await ready.press();
  await pass(cell.fault.isSlow ? operation.slowMs : AT_ONCE_MS);
  return { app, operation, ready };
}

/** Cells with their test titles. */
const titled = (some: readonly Cell[]) =>
  some.map((cell) => [cell.operation, cell.fault.name, effectsOf(cell).shown, cell] as const);

it.each(titled(cells))('%s × %s: %s', async (...[, , , cell]) => {
  const { app, operation, ready } = await run(cell);
  expect(await observedEffects(app, operation, ready)).toEqual(effectsOf(cell));
  expect(app.facility.journal.openings).toHaveLength(cell.end.openings);
});

describe('a pending report is recorded once after the fault has ended', () => {
  const waiting = cells.filter((cell) => effectsOf(cell).shown.endsWith('report due'));

  it.each(titled(waiting))('%s × %s', async (...[, , , cell]) => {
    const { app, ready } = await run(cell);
    await app.heal();
    if (effectsOf(cell).session === 'ended') await app.signIn(ONE_ACCOUNT);
    await pass(AFTER_RATE_LIMITS_MS);
    expect(await ready.shown()).toBe('opened, report sent');
    expect(app.facility.world.reports).toHaveLength(1);
    expect(app.facility.journal.openings).toHaveLength(1);
  });
});

function clearRecords({ facility, defects }: OpenApp) {
  facility.journal.requests.length = 0;
  defects.length = 0;
}

async function observedEffects(
  app: OpenApp,
  { request }: InProcessOperation,
  { shown, scope }: ArrangedRequest,
): Promise<Effects> {
  const { sessions, transport, windows } = app.services;
  const session = sessions.get();
  const [query] = app.queries.getQueryCache().getAll();
  const until = scope === null ? null : windows.blockedUntil(scope);
  const isListRequest = request.test('/tenant/access');
  return {
    shown: await shown(),
    sent: app.count(request),
    session: session.kind === 'signed-in' ? 'active' : session.because === 'expired' ? 'ended' : 'none',
    list: query?.state.data === undefined ? 'none' : query.state.error === null ? 'current' : 'previous',
    listRefetched: !isListRequest && app.count(/\/access$/) > 0,
    breaker: transport.breaker?.state().kind ?? 'closed',
    blockedSeconds: until === null ? 0 : Math.ceil((until - Date.now()) / 1000),
    isDefect: app.defects.length > 0,
    toast: app.toasts.join(),
    log: app.facility.world.reports.map(({ key }) => key),
  };
}
