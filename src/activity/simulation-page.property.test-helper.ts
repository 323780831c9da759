import {
  bearer,
  createExchanges,
  createRateWindows,
  createRetryBudget,
  createServerClock,
  createTransport,
  handleProblem,
  type ProblemActions,
} from '#api';
import { checkConfig } from '#config/check';
import type { Door, OpenOutcome, Tenant } from '#model';
import { type Clock, memoryStore, type RecordStore } from '#platform';
import { createSessionStore, type SignedIn } from '#session';
import { kiss } from '#systems/test-helpers';
import { createGatewayOpener } from '../unlock/openers/gateway.ts';
import { createUnlocker } from '../unlock/unlocker.ts';
import { createJournal } from './journal.ts';
import { createOutbox } from './outbox.ts';
import type { ActivityRecord } from './record.ts';
import type { Browser } from './simulation-device.property.test-helper.ts';
import type { CommandSent, Promised, Wire } from './simulation-wire.property.test-helper.ts';
import {
  API,
  createNetwork,
  createPageClock,
  createPageRecords,
  type Facility,
  GATEWAY,
} from './simulation-wire.property.test-helper.ts';
import { tenantHash } from './tenant-hash.ts';

export type PageParts = {
  readonly browser: Browser;
  readonly facility: Facility;
  readonly clock: Clock;
  readonly records: RecordStore<ActivityRecord>;
  readonly isOnline: () => boolean;
  readonly random: () => number;
  readonly wire: Wire;
  readonly onPromise: (id: string, promised: Promised) => void;
  readonly onPress: (id: string, door: Door, tenant: Tenant) => void;
  readonly onOutcome: (id: string, outcome: OpenOutcome) => void;
  /** One tap on the button: the press that it became, if any, and the commands sent in the same task. */
  readonly onTap: (id: string | null, sent: readonly CommandSent[]) => void;
};

const checked = checkConfig('{"system":"kiss"}');
const SETTLE_MS = 3_000;

/** One page of the app as app/ wires it, from the session to the gateway, without the UI. */
export function createPage(parts: PageParts) {
  if (checked.kind !== 'ok') throw new Error('the configuration of the simulation is invalid');
  const { browser, facility, isOnline } = parts;
  const self = { alive: true };
  const isAlive = () => self.alive;
  const clock = createPageClock(parts.clock, isAlive);
  const store = browser.storeFor(self);
  const records = createPageRecords(parts.records, isAlive, parts.onPromise);
  const serverClock = createServerClock(clock);
  const windows = createRateWindows(store, clock, serverClock);
  const sessions = createSessionStore(store, API, {}, Date.now);
  const actions: ProblemActions = {
    endSession: (refused) => sessions.send({ type: 'rejected', credential: refused, at: clock.now() }),
    refresh: () => {},
    toast: () => {},
    countDefect: () => {},
  };
  const transportTo = (base: string) =>
    createTransport({
      base,
      fetch: createNetwork({ facility, isAlive, isOnline, wire: parts.wire, now: clock.now }),
      clock,
      serverClock,
      windows,
      exchanges: createExchanges(memoryStore()),
      budget: createRetryBudget(clock),
      isOnline,
      credentials: sessions.vault,
      authorize: bearer,
      dialects: [kiss.dialect],
      onProblem: (problem, request) => handleProblem(problem, request, actions),
    });
  const system = kiss.connect({ config: checked.config, transport: transportTo(API) });
  const journal = createJournal({
    records,
    clock,
    serverClock,
    channel: browser.channelFor(self),
    onDue: () => void outbox.flush(),
  });
  const session = (): SignedIn | null => {
    const found = sessions.get();
    return found.kind === 'signed-in' ? found : null;
  };
  const outbox = createOutbox({
    mayAsk: () => true,
    records,
    reports: system.reports,
    session,
    isOnline,
    clock,
    lock: browser.lockFor(self),
    onChange: journal.announce,
    random: parts.random,
  });
  let pressed: string | null = null;
  const unlocker = createUnlocker({
    opener: createGatewayOpener({ transport: transportTo(GATEWAY), windows, refresh: actions.refresh, isOnline }),
    clock,
    serverClock,
    isVisible: () => true,
    isOnline,
    isFramed: () => false,
    isCurrent: ({ credential }) => {
      const stored = sessions.stored();
      return stored.kind === 'signed-in' && stored.credential === credential;
    },
    onPress(door, { tenant }) {
      const id = journal.begin(door, tenant);
      parts.onPress(id, door, tenant);
      pressed = id;
      return id;
    },
    onOutcome(id, _door, outcome) {
      parts.onOutcome(id, outcome);
      void journal.finish(id, outcome).then(() => outbox.flush());
    },
  });

  const follow = () => {
    const current = session();
    if (current) void journal.tidy(tenantHash(current.tenant)).then(() => outbox.flush());
  };
  sessions.subscribe(follow);
  follow();

  return {
    session,
    sessions,
    system,
    outbox,
    press(door: Door) {
      const current = session();
      if (!current) return;
      const { commands } = parts.wire;
      const before = commands.length;
      pressed = null;
      unlocker.press(door, current);
      parts.onTap(pressed, commands.slice(before));
    },
    async signOut() {
      const current = session();
      if (!current) return;
      await outbox.settle(SETTLE_MS);
      if (sessions.get() !== current) return;
      sessions.send({ type: 'signed-out', because: 'signed-out', at: 2_000 });
      await journal.scrub(tenantHash(current.tenant));
    },
    close() {
      self.alive = false;
      browser.close(self);
    },
  };
}

export type Page = ReturnType<typeof createPage>;
