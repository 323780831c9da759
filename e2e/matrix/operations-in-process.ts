import { phoneCodeOf } from '#systems';
import { doorStateName, follow, problemName } from './given.ts';
import { AT_ONCE_MS, doorNamed, inTime, type OpenApp, pass } from './in-process.ts';
import type { Operation } from './table.ts';

/** The seeded tenants: see src/facility/seed. */
export const ONE_ACCOUNT = '+13035550101';
const TWO_ACCOUNTS = '+13035550102';

/** Past the deadline of one request, and before it is sent again. Ms. */
const PAST_A_DEADLINE_MS = 15_900;
/** Past all the time that a read takes with its repetitions. Ms. */
const PAST_A_READ_MS = 21_000;
/** Past the deadline of a probe, and before the next one. Ms. */
const PAST_A_PROBE_MS = 8_500;

/** Somebody who is about to send it. */
export type Ready = {
  /** To be awaited where it has to wait for its moment. */
  readonly press: () => unknown;
  /** What the screen is given to show. */
  readonly given: () => string | Promise<string>;
  /** The limit that it counts against; null where it is of no concern to a screen. */
  readonly scope: string | null;
};

export type Way = {
  /** The route that is tampered with. */
  readonly route: string;
  readonly request: RegExp;
  /** How long it takes until the person is told, where an answer never comes. Ms. */
  readonly slowMs: number;
  readonly arrange: (app: OpenApp) => Promise<Ready>;
};

const phoneOf = (e164: string) => ({ countryCode: '1', nationalNumber: e164.slice(2) });

async function toTheList(app: OpenApp) {
  const session = await app.signIn(ONE_ACCOUNT);
  const list = app.watchList(session);
  await pass(AT_ONCE_MS);
  return { session, list };
}

/** A form: it is told of its own answer, once. */
function form(scope: string, send: () => Promise<unknown>): Ready {
  let given = () => 'not sent';
  return {
    press: () => {
      given = follow(send());
    },
    given: () => given(),
    scope,
  };
}

const ACCESS = { route: 'GET /api/v2/tenant/access', request: /\/tenant\/access$/, slowMs: PAST_A_READ_MS } as const;
const VERIFY = { route: 'POST /api/v2/auth/verify-otp', request: /\/verify-otp$/, slowMs: PAST_A_DEADLINE_MS } as const;

const reporting = (door: string, path: string): Way => ({
  route: `POST /api/v2/${path}/:id/logs`,
  request: /\/logs$/,
  slowMs: PAST_A_DEADLINE_MS,
  arrange: async (app) => {
    const { session, list } = await toTheList(app);
    const unlocker = app.unlockerFor(session);
    const target = doorNamed(list, door);
    const said: string[] = [];
    unlocker.subscribe(() => said.push(doorStateName(unlocker.state(target.id))));
    return {
      press: () => unlocker.press(target, session),
      // The word goes with the relay time.
      given: async () => `${said.includes('opened') ? 'opened' : said.at(-1)}, report ${await app.report(session)}`,
      scope: app.services.system.reports?.scope(session.tenant.id) ?? null,
    };
  },
});

/** How each operation comes to be sent where there are no screens: everything before, and the press. */
export const waysInProcess: Readonly<Record<Operation, Way>> = {
  phone: {
    route: 'POST /api/v2/auth/phone',
    request: /\/auth\/phone$/,
    slowMs: PAST_A_DEADLINE_MS,
    arrange: async ({ services: { system } }) => {
      const phone = phoneOf(ONE_ACCOUNT);
      return form(phoneCodeOf(system).scopes.request(phone), () => phoneCodeOf(system).requestCode(phone));
    },
  },
  verify: {
    ...VERIFY,
    arrange: async ({ services: { system }, code }) => {
      const phone = phoneOf(ONE_ACCOUNT);
      await inTime(phoneCodeOf(system).requestCode(phone));
      const attempt = { phone, code: code(ONE_ACCOUNT), accountId: null };
      return form(phoneCodeOf(system).scopes.verify(phone), () => phoneCodeOf(system).verifyCode(attempt));
    },
  },
  'verify with account': {
    ...VERIFY,
    arrange: async ({ services: { system }, code }) => {
      const phone = phoneOf(TWO_ACCOUNTS);
      await inTime(phoneCodeOf(system).requestCode(phone));
      const attempt = { phone, code: code(TWO_ACCOUNTS) };
      const choice = await inTime(phoneCodeOf(system).verifyCode({ ...attempt, accountId: null }));
      if (choice.kind !== 'choose-account') throw new Error('This number has one account.');
      const accountId = choice.accounts[0]?.tenantId ?? null;
      return form(phoneCodeOf(system).scopes.verify(phone), () =>
        phoneCodeOf(system).verifyCode({ ...attempt, accountId }),
      );
    },
  },
  access: {
    ...ACCESS,
    arrange: async (app) => {
      const session = await app.signIn(ONE_ACCOUNT);
      let list: ReturnType<OpenApp['watchList']> | null = null;
      return {
        press: () => {
          list = app.watchList(session);
        },
        given: () => problemName(list?.getCurrentResult().error),
        scope: app.services.system.access.scope,
      };
    },
  },
  'access refresh': {
    ...ACCESS,
    arrange: async (app) => {
      const { list } = await toTheList(app);
      return {
        press: () => void list.refetch(),
        given: () => problemName(list.getCurrentResult().error),
        scope: app.services.system.access.scope,
      };
    },
  },
  open: {
    route: 'POST /gateway/locks/:id/open',
    request: /\/open$/,
    slowMs: PAST_A_DEADLINE_MS,
    arrange: async (app) => {
      const { session, list } = await toTheList(app);
      const unlocker = app.unlockerFor(session);
      const door = doorNamed(list, 'B204');
      return {
        press: () => unlocker.press(door, session),
        given: () => doorStateName(unlocker.state(door.id)),
        scope: unlocker.opener.scope(session.tenant.id),
      };
    },
  },
  'log lock': reporting('B204', 'locks'),
  'log entry point': reporting('Building B Door', 'entry-points'),
  health: {
    route: 'GET /api/v2/health',
    request: /\/health$/,
    slowMs: PAST_A_PROBE_MS,
    /** The API fails until the app asks for its health instead. */
    arrange: async (app) => {
      const { list } = await toTheList(app);
      await app.fault({ route: ACCESS.route, times: 4, status: 503, body: {} });
      // Three times with what a fresh budget repeats, and once more.
      for (const _ of ['three', 'one']) {
        void list.refetch();
        await pass(AT_ONCE_MS);
      }
      const health = app.services.transport.breaker?.state();
      if (health?.kind !== 'open') throw new Error('The app does not ask for the health yet.');
      return {
        press: () => pass(health.nextProbeAt - Date.now()),
        given: () => problemName(list.getCurrentResult().error),
        scope: null,
      };
    },
  },
};
