import { phoneCodeOf } from '#systems';
import { AT_ONCE_MS, doorNamed, inTime, type OpenApp, pass } from './in-process.ts';
import { doorStateName, problemName, trackResult } from './state-names.ts';
import type { Operation } from './table.ts';

/** The seeded tenants: see src/facility/seed. */
export const ONE_ACCOUNT = '+13035550101';
const TWO_ACCOUNTS = '+13035550102';

/** After the deadline of one request and before its retry. Ms. */
const PAST_A_DEADLINE_MS = 15_900;
/** After a read with all its retries. Ms. */
const PAST_A_READ_MS = 21_000;
/** After the deadline of a probe and before the next one. Ms. */
const PAST_A_PROBE_MS = 8_500;

/** An arranged operation, ready to be sent. */
export type ArrangedRequest = {
  /** Sends the request; a promise when it must wait for a timer first. */
  readonly press: () => unknown;
  /** The name of the state passed to the screen. */
  readonly shown: () => string | Promise<string>;
  /** The rate-limit scope; null when no screen shows it. */
  readonly scope: string | null;
};

export type InProcessOperation = {
  /** The route that gets the fault. */
  readonly route: string;
  readonly request: RegExp;
  /** Ms until the result is shown when no response arrives. */
  readonly slowMs: number;
  readonly arrange: (app: OpenApp) => Promise<ArrangedRequest>;
};

const phoneOf = (e164: string) => ({ countryCode: '1', nationalNumber: e164.slice(2) });

async function openList(app: OpenApp) {
  const session = await app.signIn(ONE_ACCOUNT);
  const list = app.watchList(session);
  await pass(AT_ONCE_MS);
  return { session, list };
}

/** A form, which shows the result of its own request. */
function form(scope: string, send: () => Promise<unknown>): ArrangedRequest {
  let shown = () => 'not sent';
  return {
    press: () => {
      shown = trackResult(send());
    },
    shown: () => shown(),
    scope,
  };
}

const ACCESS = { route: 'GET /api/v2/tenant/access', request: /\/tenant\/access$/, slowMs: PAST_A_READ_MS } as const;
const VERIFY = { route: 'POST /api/v2/auth/verify-otp', request: /\/verify-otp$/, slowMs: PAST_A_DEADLINE_MS } as const;

const reporting = (door: string, path: string): InProcessOperation => ({
  route: `POST /api/v2/${path}/:id/logs`,
  request: /\/logs$/,
  slowMs: PAST_A_DEADLINE_MS,
  arrange: async (app) => {
    const { session, list } = await openList(app);
    const unlocker = app.unlockerFor(session);
    const target = doorNamed(list, door);
    const states: string[] = [];
    unlocker.subscribe(() => states.push(doorStateName(unlocker.state(target.id))));
    return {
      press: () => unlocker.press(target, session),
      // The state `opened` ends with the relay time.
      shown: async () => `${states.includes('opened') ? 'opened' : states.at(-1)}, report ${await app.report(session)}`,
      scope: app.services.system.reports?.scope(session.tenant.id) ?? null,
    };
  },
});

/** Arranges and sends each operation without screens. */
export const inProcessOperations: Readonly<Record<Operation, InProcessOperation>> = {
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
        shown: () => problemName(list?.getCurrentResult().error),
        scope: app.services.system.access.scope,
      };
    },
  },
  'access refresh': {
    ...ACCESS,
    arrange: async (app) => {
      const { list } = await openList(app);
      return {
        press: () => void list.refetch(),
        shown: () => problemName(list.getCurrentResult().error),
        scope: app.services.system.access.scope,
      };
    },
  },
  open: {
    route: 'POST /gateway/locks/:id/open',
    request: /\/open$/,
    slowMs: PAST_A_DEADLINE_MS,
    arrange: async (app) => {
      const { session, list } = await openList(app);
      const unlocker = app.unlockerFor(session);
      const door = doorNamed(list, 'B204');
      return {
        press: () => unlocker.press(door, session),
        shown: () => doorStateName(unlocker.state(door.id)),
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
    /** Makes the API fail until the app probes its health. */
    arrange: async (app) => {
      const { list } = await openList(app);
      await app.fault({ route: ACCESS.route, times: 4, status: 503, body: {} });
      // The first fetch makes three attempts with a full retry budget, the second fetch makes one.
      for (const _fetch of ['first', 'second']) {
        void list.refetch();
        await pass(AT_ONCE_MS);
      }
      const health = app.services.transport.breaker?.state();
      if (health?.kind !== 'open') throw new Error('The breaker is not open.');
      return {
        press: () => pass(health.nextProbeAt - Date.now()),
        shown: () => problemName(list.getCurrentResult().error),
        scope: null,
      };
    },
  },
};
