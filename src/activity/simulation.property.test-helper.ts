import type { Door, OpenOutcome, PhoneNumber, Tenant } from '#model';
import { aDoor as aUnit } from '#model/test-helpers';
import { memoryRecords } from '#platform';
import { createFakeClock } from '#platform/test-helpers';
import { phoneCodeOf } from '#systems';
import { codeIn, createFacility } from '../facility/index.ts';
import type { ActivityRecord } from './record.ts';
import { createBrowser } from './simulation-device.property.test-helper.ts';
import { createPage, type Page } from './simulation-page.property.test-helper.ts';
import { API, type CommandSent, control, type Promised, type Wire } from './simulation-wire.property.test-helper.ts';
import { tenantHash } from './tenant-hash.ts';

/** One press as the person sees it. */
export type Press = {
  readonly id: string;
  readonly door: Door;
  /** The facility's own id of the tenant. */
  readonly tenantId: string;
  /** Null when the page closed before it was known. */
  outcome: OpenOutcome | null;
};

/** One tap on a door's button: the press that it became, if any, and the commands sent in the same task. */
export type Tap = { readonly pressId: string | null; readonly sent: readonly CommandSent[] };

export const PEOPLE = ['sarah', 'miguel'] as const;
export type Person = (typeof PEOPLE)[number];

const FACTS = {
  sarah: { tenantId: '01HQ0123456789ABCDEFGHJKMNPQRS', nationalNumber: '3035550101', accountId: null },
  miguel: { tenantId: 'tenant_two_denver', nationalNumber: '3035550102', accountId: 'tenant_two_denver' },
} as const;

/** The facility's own log of the doors that physically moved. */
type Journal = { readonly openings: readonly { readonly kind: string; readonly id: string }[] };

const STEP_MS = 500;
/** The facility allows five codes in sixty seconds. Ms. */
const BETWEEN_SIGN_INS_MS = 13_000;

/** One browser with its pages, the network and the facility, all on one clock that only the simulation advances. */
export function createSimulation(knowsUnconfirmed: boolean) {
  const clock = createFakeClock();
  const facility = createFacility({ now: clock.now, setTimer: (run, ms) => clock.after(ms, run) });
  const { tenants, settings } = facility.world;
  settings.knowsUnconfirmed = knowsUnconfirmed;
  // Removed for speed: one of the other tenants has ten thousand doors.
  tenants.splice(0, tenants.length, ...tenants.filter(({ id }) => PEOPLE.some((who) => FACTS[who].tenantId === id)));
  const browser = createBrowser();
  const kept = new Map<string, ActivityRecord>();
  const wire: Wire = { reports: [], commands: [] };
  const promised = new Map<string, Promised>();
  const brokenPromises: string[] = [];
  const presses: Press[] = [];
  const taps: Tap[] = [];
  /** Presses of a door whose command was still in flight on the same page. */
  const overlapping: string[] = [];
  const owners = new Map<string, string>();
  const tenantIds = new Map<string, string>();
  let online = true;
  let calls = 0;
  let seed = 1;

  const inner = memoryRecords(kept);
  const counted = <A extends unknown[], R>(call: (...of: A) => R) => {
    return (...of: A): R => {
      calls += 1;
      return call(...of);
    };
  };
  const nextRandom = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const openPage = () => {
    const own: Press[] = [];
    return createPage({
      browser,
      clock,
      facility: { ...facility, fetch: counted(facility.fetch) },
      records: {
        all: counted(inner.all),
        put: counted(inner.put),
        change: counted(inner.change),
        remove: counted(inner.remove),
        isBroken: inner.isBroken,
      },
      isOnline: () => online,
      random: nextRandom,
      wire,
      onPromise(id, promise) {
        const before = promised.get(id);
        if (before && JSON.stringify(before) !== JSON.stringify(promise)) brokenPromises.push(id);
        promised.set(id, promise);
      },
      onPress(id, door, tenant) {
        if (own.some((one) => one.door.id === door.id && one.outcome === null)) overlapping.push(id);
        const press = { id, door, tenantId: tenantIds.get(tenantHash(tenant)) ?? '', outcome: null };
        presses.push(press);
        own.push(press);
      },
      onOutcome(id, outcome) {
        const press = presses.find((one) => one.id === id);
        if (press) press.outcome = outcome;
      },
      onTap: (pressId, sent) => void taps.push({ pressId, sent }),
    });
  };
  let pages = [openPage()];
  const page = (tab = 0): Page => pages[tab % pages.length] ?? openPage();

  /** Runs pending promises without advancing the clock. */
  async function settle() {
    for (let before = -1; before !== calls; ) {
      before = calls;
      for (let turn = 0; turn < 100; turn++) await Promise.resolve();
    }
  }

  async function pass(ms: number) {
    await settle();
    for (let left = ms; left > 0; left -= STEP_MS) {
      clock.advance(Math.min(STEP_MS, left));
      await settle();
    }
  }

  async function signOut(tab = 0) {
    const signedOut = page(tab).signOut();
    await pass(4_000);
    await signedOut;
  }

  async function signIn(person: Person, tab = 0) {
    const { tenantId, nationalNumber, accountId } = FACTS[person];
    const here = page(tab).session();
    if (!online || tenantIds.get(here ? tenantHash(here.tenant) : '') === tenantId) return;
    if (here) await signOut(tab);
    await pass(BETWEEN_SIGN_INS_MS);
    const phone: PhoneNumber = { countryCode: '1', nationalNumber };
    const phoneCode = phoneCodeOf(page(tab).system);
    await phoneCode.requestCode(phone);
    const code = codeIn(facility.world.messages.at(-1)?.text) ?? '';
    const result = await phoneCode.verifyCode({ phone, code, accountId });
    if (result.kind !== 'signed-in') throw new Error('the simulation could not sign in');
    const tenant: Tenant = { apiBase: API, e164: `+1${nationalNumber}`, id: result.userId, name: result.name };
    tenantIds.set(tenantHash(tenant), tenantId);
    owners.set(result.token, tenantId);
    const hint = { country: 'US', national: nationalNumber };
    page(tab).sessions.send({
      type: 'signed-in',
      token: result.token,
      tenant,
      phone: hint,
      accounts: 1,
      at: clock.now(),
    });
    await settle();
  }

  const isUnfinished = (record: ActivityRecord) => record.report.kind === 'due' || record.outcome.kind === 'pending';

  return {
    facility,
    page,
    pass,
    signIn,
    signOut,
    control: (method: string, path: string, body?: object) => control(facility, method, path, body),
    goOnline(value: boolean) {
      online = value;
      if (value) for (const one of pages) void one.outbox.flush();
    },
    reload(tab = 0) {
      const at = tab % pages.length;
      page(at).close();
      pages = pages.with(at, openPage());
    },
    /** Opens a second tab, or closes it. */
    toggleTab() {
      if (pages.length === 1) pages = [...pages, openPage()];
      else pages.pop()?.close();
    },
    /** Clears all faults and signs in each person until none of their reports is due. */
    async recover() {
      online = true;
      await control(facility, 'DELETE', '/faults');
      for (const person of PEOPLE) {
        for (let second = 0; second < 400; second++) {
          await signIn(person);
          await pass(1_000);
          const records = [...kept.values()].filter((one) => tenantIds.get(one.tenant) === FACTS[person].tenantId);
          if (!records.some(isUnfinished)) break;
        }
      }
    },
    close: () => facility.close(),
    /** The data on which the laws are checked. */
    evidence: async () => ({
      presses,
      promised,
      brokenPromises,
      taps,
      overlapping,
      wire: wire.reports,
      commands: wire.commands,
      unfinished: [...kept.values()].filter(isUnfinished),
      accepted: facility.world.reports,
      owner: (token: string) => owners.get(token),
      knowsUnconfirmed,
      openings: ((await control(facility, 'GET', '/journal')) as Journal).openings,
    }),
  };
}

export type Simulation = ReturnType<typeof createSimulation>;
export type Evidence = Awaited<ReturnType<Simulation['evidence']>>;

/** The doors of a person, one of them past due. */
export function doorsOf(simulation: Simulation, person: Person): Door[] {
  const tenant = simulation.facility.world.tenants.find((one) => one.id === FACTS[person].tenantId);
  const locks = (tenant?.units ?? []).flatMap(({ name, lock }) => (lock ? [aDoor('lock', lock.id, name)] : []));
  const points = (tenant?.entryPoints ?? []).map(({ id, name }) => aDoor('entry-point', id, name));
  return [...locks, ...points];
}

function aDoor(kind: 'lock' | 'entry-point', id: string, name: string): Door {
  return aUnit({
    id: `${kind} ${id}`,
    kind: kind === 'lock' ? 'unit' : 'entry-point',
    name,
    openability: { kind: 'openable', target: { kind, id, key: null } },
  });
}
