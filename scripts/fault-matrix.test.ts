// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Effects, effectsOf } from '../e2e/matrix/effects.ts';
import { AT_ONCE_MS, type OpenApp, openApp, pass } from '../e2e/matrix/in-process.ts';
import { ONE_ACCOUNT, type Ready, type Way, waysInProcess } from '../e2e/matrix/operations-in-process.ts';
import { type Cell, cells } from '../e2e/matrix/table.ts';

/* Every cell of docs/fault-matrix.md beneath the screens: the app's own services before the simulated facility. */

/** Noon at the doors, on a working day. */
const NOON = Date.parse('2026-02-13T19:00:00Z');
/** The limits of the faults last a minute; a report comes again a little later. Ms. */
const PAST_EVERY_LIMIT_MS = 65_000;

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
  // In the middle of every pause that is drawn.
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  // A page that no other page of this device tells anything.
  vi.stubGlobal('BroadcastChannel', undefined);
  localStorage.clear();
  sessionStorage.clear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A cell up to the moment in which the person is told. */
async function run(cell: Cell) {
  const way = waysInProcess[cell.operation];
  const app = await openApp();
  const ready = await way.arrange(app);
  forgetWhatWas(app);
  await app.fault({ route: way.route, times: 0, ...cell.fault.fault });
  await ready.press();
  await pass(cell.fault.isSlow ? way.slowMs : AT_ONCE_MS);
  return { app, way, ready };
}

/** Each with what its title says of it. */
const titled = (some: readonly Cell[]) =>
  some.map((cell) => [cell.operation, cell.fault.name, effectsOf(cell).given, cell] as const);

it.each(titled(cells))('%s × %s: %s', async (...[, , , cell]) => {
  const { app, way, ready } = await run(cell);
  expect(await seen(app, way, ready)).toEqual(effectsOf(cell));
  expect(app.facility.journal.openings).toHaveLength(cell.end.openings);
});

describe('once the trouble is over, a report that waited is written down once', () => {
  const waiting = cells.filter((cell) => effectsOf(cell).given.endsWith('report due'));

  it.each(titled(waiting))('%s × %s', async (...[, , , cell]) => {
    const { app, ready } = await run(cell);
    await app.heal();
    if (effectsOf(cell).session === 'ended') await app.signIn(ONE_ACCOUNT);
    await pass(PAST_EVERY_LIMIT_MS);
    expect(await ready.given()).toBe('opened, report sent');
    expect(app.facility.world.reports).toHaveLength(1);
    expect(app.facility.journal.openings).toHaveLength(1);
  });
});

function forgetWhatWas({ facility, defects }: OpenApp) {
  facility.journal.requests.length = 0;
  defects.length = 0;
}

async function seen(app: OpenApp, { request }: Way, { given, scope }: Ready): Promise<Effects> {
  const { sessions, transport, windows } = app.services;
  const session = sessions.get();
  const [query] = app.queries.getQueryCache().getAll();
  const until = scope === null ? null : windows.blockedUntil(scope);
  const isOfList = request.test('/tenant/access');
  return {
    given: await given(),
    sent: app.count(request),
    session: session.kind === 'signed-in' ? 'goes on' : session.because === 'expired' ? 'ended' : 'none',
    list: query?.state.data === undefined ? 'none' : query.state.error === null ? 'current' : 'from before',
    listAskedAgain: !isOfList && app.count(/\/access$/) > 0,
    breaker: transport.breaker?.state().kind ?? 'closed',
    rests: until === null ? 0 : Math.ceil((until - Date.now()) / 1000),
    isDefect: app.defects.length > 0,
    toast: app.toasts.join(),
    log: app.facility.world.reports.map(({ key }) => key),
  };
}
