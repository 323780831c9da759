import type { Door, OpenOutcome, PhoneNumber, Tenant } from '#model';
import { aDoor as aUnit } from '#model/test-helpers';
import { memoryRecords } from '#platform';
import { createFakeClock } from '#platform/test-helpers';
import { phoneCodeOf } from '#systems';
import { createFacility } from '../facility/index.ts';
import { createBrowser } from './lab-device.property.test-helper.ts';
import { createPage, type Page } from './lab-page.property.test-helper.ts';
import { API, type CommandSent, control, type Promised, type Wire } from './lab-wire.property.test-helper.ts';
import type { ActivityRecord } from './record.ts';
import { tenantHash } from './tenant-hash.ts';

/** One press, as the person who made it remembers it. */
export type Press = {
  readonly id: string;
  readonly door: Door;
  /** The facility's own id of the tenant. */
  readonly tenantId: string;
  /** Null when the page went before it came. */
  outcome: OpenOutcome | null;
};

/** One tap on the button of a door: the press that it became, if any, and the commands that left in that very task. */
export type Tap = { readonly pressId: string | null; readonly sent: readonly CommandSent[] };

export const PEOPLE = ['sarah', 'miguel'] as const;
export type Person = (typeof PEOPLE)[number];

const FACTS = {
  sarah: { tenantId: '01HQ0123456789ABCDEFGHJKMNPQRS', nationalNumber: '3035550101', accountId: null },
  miguel: { tenantId: 'tenant_two_denver', nationalNumber: '3035550102', accountId: 'tenant_two_denver' },
} as const;

/** What the facility says of itself: the doors that physically moved. */
type Journal = { readonly openings: readonly { readonly kind: string; readonly id: string }[] };

const STEP_MS = 500;
/** Five codes in sixty seconds are the limit. */
const BETWEEN_SIGN_INS_MS = 13_000;

/** One browser, its pages, the network and the facility, all on one clock that only the lab moves. */
export function createLab(knowsUnconfirmed: boolean) {
  const clock = createFakeClock();
  const facility = createFacility({ now: clock.now, setTimer: (run, ms) => clock.after(ms, run) });
  const { tenants, settings } = facility.world;
  settings.knowsUnconfirmed = knowsUnconfirmed;
  // Nobody else comes here, and one of them has ten thousand doors.
  tenants.splice(0, tenants.length, ...tenants.filter(({ id }) => PEOPLE.some((who) => FACTS[who].tenantId === id)));
  const browser = createBrowser();
  const kept = new Map<string, ActivityRecord>();
  const wire: Wire = { reports: [], commands: [] };
  const promised = new Map<string, Promised>();
  const brokenPromises: string[] = [];
  const presses: Press[] = [];
  const taps: Tap[] = [];
  /** Presses of a door while its page had a command for it in flight. */
  const overlapping: string[] = [];
  const owners = new Map<string, string>();
  const tenantIds = new Map<string, string>();
  let online = true;
  let stirs = 0;
  let seed = 1;

  const inner = memoryRecords(kept);
  const stirring = <A extends unknown[], R>(call: (...of: A) => R) => {
    return (...of: A): R => {
      stirs += 1;
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
      facility: { ...facility, fetch: stirring(facility.fetch) },
      records: {
        all: stirring(inner.all),
        put: stirring(inner.put),
        change: stirring(inner.change),
        remove: stirring(inner.remove),
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

  /** Lets everything that has begun come as far as it can while time stands still. */
  async function settle() {
    for (let before = -1; before !== stirs; ) {
      before = stirs;
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
    const leaving = page(tab).signOut();
    await pass(4_000);
    await leaving;
  }

  async function signIn(person: Person, tab = 0) {
    const { tenantId, nationalNumber, accountId } = FACTS[person];
    const here = page(tab).session();
    if (!online || tenantIds.get(here ? tenantHash(here.tenant) : '') === tenantId) return;
    if (here) await signOut(tab);
    await pass(BETWEEN_SIGN_INS_MS);
    const phone: PhoneNumber = { countryCode: '1', nationalNumber };
    const door = phoneCodeOf(page(tab).system);
    await door.requestCode(phone);
    const code = /\d{6}/.exec(facility.world.messages.at(-1)?.text ?? '')?.[0] ?? '';
    const result = await door.verifyCode({ phone, code, accountId });
    if (result.kind !== 'signed-in') throw new Error('the lab could not sign in');
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
    /** Everything is well again, and everybody comes back once more, until nothing of theirs is left to report. */
    async recover() {
      online = true;
      await control(facility, 'DELETE', '/faults');
      for (const person of PEOPLE) {
        for (let second = 0; second < 400; second++) {
          await signIn(person);
          await pass(1_000);
          const mine = [...kept.values()].filter((one) => tenantIds.get(one.tenant) === FACTS[person].tenantId);
          if (!mine.some(isUnfinished)) break;
        }
      }
    },
    close: () => facility.close(),
    /** What there is to judge afterwards. */
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

export type Lab = ReturnType<typeof createLab>;
export type Evidence = Awaited<ReturnType<Lab['evidence']>>;

/** The doors of a person, one of them past due. */
export function doorsOf(lab: Lab, person: Person): Door[] {
  const tenant = lab.facility.world.tenants.find((one) => one.id === FACTS[person].tenantId);
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
