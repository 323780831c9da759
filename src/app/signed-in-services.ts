import type { QueryClient } from '@tanstack/react-query';
import { ACCESS_KEY, createLastKnown, type LastKnownRecord } from '#access';
import { type ActivityRecord, type ActivityServices, createJournal, createOutbox, tenantHash } from '#activity';
import { bearer, createQueryClient } from '#api';
import { PICTURE } from '#boot';
import { getSignedInMessages } from '#i18n';
import { type OpenOutcome, tenantKey } from '#model';
import { showToast } from '#notices';
import { createChannel, createTabLock, indexedRecords, isFramedElsewhere, isReload, vibrate, wait } from '#platform';
import { isExpectedBack, type Session, type SignedIn, TO_REMOVE } from '#session';
import { commonDialects, type Opener } from '#systems';
import { createBridgeOpener, createGatewayOpener, createUnlocker, noOpener, type Unlocker } from '#unlock';
import { followDevice } from './follow-device.ts';
import type { Services } from './services.ts';
import { keepPictureOnLeaving } from './take-picture.ts';

/** What only the pages behind sign-in need; made once a page. */
export type SignedInServices = {
  readonly queries: QueryClient;
  readonly activity: ActivityServices;
  /** Reads what this device knows of the tenant, so that the first page shows it at once. Takes no longer than a moment. */
  readonly recall: (session: SignedIn) => Promise<void>;
  /** This tenant's unlocker. The same one after signing in again, so that a door says what became of its command. */
  readonly unlockerFor: (session: SignedIn) => Unlocker;
  /** Gives unsent reports their last seconds, while there is a token (law 6). */
  readonly settle: () => Promise<void>;
  /** Leaves nothing on the device that names this tenant's doors. Gives whether that is done. */
  readonly removeTraces: (session: SignedIn) => Promise<boolean>;
};

/** Unsent reports get this long at sign-out. Ms. */
const SETTLE_MS = 3_000;
/** A start does not wait longer for what the device knows. Ms. */
const RECALL_MS = 400;

/** One set a page, whoever signs in and out meanwhile. */
const made = new WeakMap<Services, SignedInServices>();

/** Makes them, or gives those that there are. */
export function servicesFor(services: Services): SignedInServices {
  const known = made.get(services);
  if (known) return known;
  const fresh = createSignedInServices(services);
  made.set(services, fresh);
  const host = document.getElementById('root');
  if (host) keepPictureOnLeaving(services, host);
  return fresh;
}

function createSignedInServices(services: Services): SignedInServices {
  const { clock, serverClock, sessions, system, platform } = services;
  const { device, online, visibility } = platform;
  const mayAsk = () => !services.transport.stop.isStopped();
  const queries = createQueryClient(platform, mayAsk);
  const records = indexedRecords<ActivityRecord>(device, 'door-access-activity');
  const lastKnown = createLastKnown({
    records: indexedRecords<LastKnownRecord>(device, 'door-access-doors'),
    queries,
    clock,
    isReload: isReload(device),
  });
  // A native shell opens with the keys, which are not kept: to it a list without them is none.
  const keepsDoors = services.config.opener.kind !== 'bridge';
  const channel = createChannel(device, 'activity');
  const flush = () => void outbox.flush();
  const keepsOwnLog = system.reports === null;
  const journal = createJournal({ records, clock, serverClock, channel, onDue: flush, keepsOwnLog });
  const outbox = createOutbox({
    records,
    reports: system.reports,
    session: () => signedInOrNull(sessions.get()),
    isOnline: online.isOnline,
    mayAsk,
    clock,
    lock: createTabLock(platform),
    onChange: journal.announce,
  });
  const opener = createOpener(services);
  let current: { readonly tenant: string; readonly unlocker: Unlocker } | null = null;
  services.laterParts.add({
    refresh() {
      if (mayAsk()) void queries.invalidateQueries({ queryKey: [ACCESS_KEY] });
    },
    toast({ kind }, opens) {
      const { toasts } = getSignedInMessages();
      const title = opens === 'entry-point' ? toasts.entryPointNotFound : toasts.lockNotFound;
      void showToast(platform, { cause: `${kind} ${opens}`, title, next: toasts.notFoundNext });
    },
    isBusy: () => current?.unlocker.isBusy() ?? false,
  });

  online.subscribe(flush);
  visibility.onReturn(flush);
  services.transport.breaker?.subscribe(() => {
    if (services.transport.breaker?.state().kind === 'open') return;
    // The server is well again: what failed meanwhile is asked for once more, and nothing else.
    void queries.refetchQueries({
      type: 'active',
      predicate: ({ state }) => state.status === 'error' || state.error !== null,
    });
    flush();
  });
  if (keepsDoors) lastKnown.follow(() => signedInOrNull(sessions.get())?.tenant ?? null);
  follow(sessions.get());
  sessions.subscribe(() => follow(sessions.get()));

  function follow(session: Session) {
    if (session.kind === 'signed-out') {
      void queries.cancelQueries();
      queries.clear();
      system.access.forget();
      services.local.remove(PICTURE);
    }
    // A sign-out, a refused token, and a start that finds what an earlier page could not remove.
    void removeWhatIsLeft(session).then((isGone) => {
      // The mark stands until that is confirmed, and is not taken from another session's end.
      if (isGone && sessions.get() === session) services.local.remove(TO_REMOVE);
      flush();
    });
  }

  /** Removes what the session before left on the device. Gives whether that is done. */
  async function removeWhatIsLeft(session: Session): Promise<boolean> {
    if (session.kind === 'signed-in') {
      const isTidy = await journal.tidy(tenantHash(session.tenant));
      return isTidy && (!services.local.get(TO_REMOVE) || lastKnown.forget());
    }
    // Whoever is expected back keeps their history.
    return isExpectedBack(session) ? lastKnown.forget() : removeTraces(null);
  }

  /** The doors, and the names in the history of this tenant: of everybody for null. */
  async function removeTraces(tenant: string | null): Promise<boolean> {
    const gone = await Promise.all([lastKnown.forget(), journal.scrub(tenant)]);
    return gone.every(Boolean);
  }

  function onOutcome(recordId: string, outcome: OpenOutcome) {
    if (outcome.kind === 'opened') vibrate(device, 'success');
    else if (outcome.kind !== 'already-open') vibrate(device, 'failure');
    void journal.finish(recordId, outcome).then(flush);
  }

  return {
    queries,
    activity: { journal, outbox },
    settle: () => outbox.settle(SETTLE_MS),
    removeTraces: ({ tenant }) => removeTraces(tenantHash(tenant)),
    async recall({ tenant }) {
      const read = Promise.all([keepsDoors ? lastKnown.restore(tenant) : null, journal.list(tenantHash(tenant))]);
      await Promise.race([read, wait(clock, RECALL_MS)]);
    },
    unlockerFor(session) {
      const tenant = tenantKey(session.tenant);
      if (current?.tenant !== tenant) {
        const unlocker = createUnlocker({
          opener,
          clock,
          serverClock,
          isVisible: visibility.isVisible,
          isOnline: online.isOnline,
          isFramed: () => isFramedElsewhere(device),
          // A press with a token that the device no longer holds is none.
          isCurrent: ({ credential }) =>
            followDevice(services) && signedInOrNull(sessions.get())?.credential === credential,
          onPress: (door, { tenant: presser }) => journal.begin(door, presser),
          onOutcome: (recordId, _door, outcome) => onOutcome(recordId, outcome),
        });
        current = { tenant, unlocker };
      }
      return current.unlocker;
    },
  };
}

function signedInOrNull(session: Session): SignedIn | null {
  return session.kind === 'signed-in' ? session : null;
}

/** What the configuration names, unless the system has a way of its own for that. */
function createOpener(services: Services): Opener {
  const { actions, config, clock, windows, system, transport, sessions, platform } = services;
  const { isOnline } = platform.online;
  const credentials = sessions.vault;
  const own = system.openers[config.opener.kind];
  if (own) return own({ transport, windows, credentials, clock, isOnline, refresh: actions.refresh });
  switch (config.opener.kind) {
    case 'gateway': {
      // docs/gateway.md: a bearer token, however the system itself wants it.
      const dialects = [services.dialect, ...commonDialects];
      const gateway = services.transportTo(config.opener.base, { authorize: bearer, dialects });
      return createGatewayOpener({ transport: gateway, windows, refresh: actions.refresh, isOnline });
    }
    case 'bridge':
      return createBridgeOpener({ find: () => window.doorBridge, credentials, now: clock.now, after: clock.after });
    case 'none':
      return noOpener;
  }
}
