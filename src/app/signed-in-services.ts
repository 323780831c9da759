import type { QueryClient } from '@tanstack/react-query';
import { ACCESS_KEY, createLastKnown, createPins, type LastKnownRecord, type Pins } from '#access';
import { type ActivityRecord, type ActivityServices, createJournal, createOutbox, tenantHash } from '#activity';
import { createQueryClient } from '#api';
import { SNAPSHOT_KEY } from '#boot';
import { getSignedInMessages } from '#i18n';
import { type OpenOutcome, tenantKey } from '#model';
import { showToast } from '#notices';
import { createChannel, createTabLock, indexedRecords, isCrossOriginFramed, isReload, vibrate, wait } from '#platform';
import { isExpectedBack, type Session, type SignedIn, TO_REMOVE } from '#session';
import { createSound, createUnlocker, keepScreenOn, type Sound, toneOf, type Unlocker } from '#unlock';
import { ensureCurrentSession } from './current-session.ts';
import { createOpener } from './opener.ts';
import type { Services } from './services.ts';
import { takeSnapshotOnPageHide } from './take-snapshot.ts';

/** The services of signed-in pages. */
export type SignedInServices = {
  readonly queries: QueryClient;
  readonly activity: ActivityServices;
  readonly pins: Pins;
  /** Restores the stored list and history of the tenant, within {@link RESTORE_TIMEOUT_MS}. */
  readonly restore: (session: SignedIn) => Promise<void>;
  /** This tenant's unlocker. Signing in again as the same tenant returns the same one, so results stay visible. */
  readonly unlockerFor: (session: SignedIn) => Unlocker;
  /** The tones of a press and its outcome. */
  readonly sound: Sound;
  /** Tries to send pending reports while the token is still valid (law 6). */
  readonly flushReports: () => Promise<void>;
  /** Removes the doors, pins and names of this tenant from the device. Resolves with whether all of it was removed. */
  readonly removeTenantData: (session: SignedIn) => Promise<boolean>;
};

/** How long a sign-out waits for the last reports. Ms. */
const FLUSH_TIMEOUT_MS = 3_000;
/** How long a start waits for IndexedDB. Ms. */
const RESTORE_TIMEOUT_MS = 400;

/** One per page, kept across sign-out and sign-in. */
const instances = new WeakMap<Services, SignedInServices>();

/** The signed-in services of this page, created on the first call. */
export function servicesFor(services: Services): SignedInServices {
  const existing = instances.get(services);
  if (existing) return existing;
  const created = createSignedInServices(services);
  instances.set(services, created);
  const host = document.getElementById('root');
  if (host) takeSnapshotOnPageHide(services, host);
  return created;
}

function createSignedInServices(services: Services): SignedInServices {
  const { serverClock, sessions, system, platform } = services;
  const { clock, device, local, online, visibility } = platform;
  const mayAsk = () => !services.transport.stop.isStopped();
  const queries = createQueryClient(platform, mayAsk);
  const records = indexedRecords<ActivityRecord>(device, 'door-access-activity');
  const lastKnown = createLastKnown({
    records: indexedRecords<LastKnownRecord>(device, 'door-access-doors'),
    queries,
    clock,
    isReload: isReload(device),
  });
  const pins = createPins(local);
  // The bridge opener needs door keys. They are never stored, so a stored list is of no use to it.
  const storesDoors = services.config.opener.kind !== 'bridge';
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
  const sound = createSound(platform);
  let current: { readonly tenant: string; readonly unlocker: Unlocker } | null = null;
  const updateWakeLock = keepScreenOn(platform, () => current?.unlocker.isActive() ?? false);
  services.extensions.add({
    refresh() {
      if (mayAsk()) void queries.invalidateQueries({ queryKey: [ACCESS_KEY] });
    },
    toast({ kind }, opens) {
      const { toasts } = getSignedInMessages();
      const title = opens === 'entry-point' ? toasts.entryPointNotFound : toasts.lockNotFound;
      void showToast(platform, { cause: `${kind} ${opens}`, title, next: toasts.notFoundNext });
    },
    // A reload must not hide that a door is open.
    isBusy: () => current?.unlocker.isActive() ?? false,
  });

  online.subscribe(flush);
  visibility.onReturn(flush);
  services.transport.breaker?.subscribe(() => {
    if (services.transport.breaker?.state().kind === 'open') return;
    // The server has recovered: refetch only the queries that failed.
    void queries.refetchQueries({
      type: 'active',
      predicate: ({ state }) => state.status === 'error' || state.error !== null,
    });
    flush();
  });
  if (storesDoors) lastKnown.follow(() => signedInOrNull(sessions.get())?.tenant ?? null);
  follow(sessions.get());
  sessions.subscribe(() => follow(sessions.get()));

  function follow(session: Session) {
    if (session.kind === 'signed-out') {
      void queries.cancelQueries();
      queries.clear();
      system.access.forget();
      local.remove(SNAPSHOT_KEY);
    }
    // Also runs at start, for data that an earlier page could not remove.
    void runPendingCleanup(session).then((isDone) => {
      // A session that has ended since then needs its own cleanup.
      if (isDone && sessions.get() === session) local.remove(TO_REMOVE);
      flush();
    });
  }

  /** Removes the stored data of the previous session. Resolves with whether all of it was removed. */
  async function runPendingCleanup(session: Session): Promise<boolean> {
    if (session.kind === 'signed-in') {
      pins.removeOthers(session.tenant);
      const isTidy = await journal.tidy(tenantHash(session.tenant));
      return isTidy && (!local.get(TO_REMOVE) || lastKnown.forget());
    }
    // After an expired session the same person is expected to sign in again and keeps their history.
    return isExpectedBack(session) ? lastKnown.forget() : removeTenantData(null);
  }

  /** Removes the doors, the pins, and the names in the history of this tenant or, for null, of every tenant. */
  async function removeTenantData(tenant: string | null): Promise<boolean> {
    pins.remove();
    const removals = await Promise.all([lastKnown.forget(), journal.scrub(tenant)]);
    return removals.every(Boolean);
  }

  function onOutcome(recordId: string, outcome: OpenOutcome) {
    if (outcome.kind === 'opened') vibrate(device, 'success');
    else if (outcome.kind !== 'already-open') vibrate(device, 'failure');
    sound.play(toneOf(outcome));
    void journal.finish(recordId, outcome).then(flush);
  }

  return {
    queries,
    activity: { journal, outbox },
    pins,
    sound,
    flushReports: () => outbox.settle(FLUSH_TIMEOUT_MS),
    removeTenantData: ({ tenant }) => removeTenantData(tenantHash(tenant)),
    async restore({ tenant }) {
      const read = Promise.all([storesDoors ? lastKnown.restore(tenant) : null, journal.list(tenantHash(tenant))]);
      await Promise.race([read, wait(clock, RESTORE_TIMEOUT_MS)]);
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
          isFramed: () => isCrossOriginFramed(device),
          // Never send a command with a credential that is no longer stored.
          isCurrent: ({ credential }) =>
            ensureCurrentSession(services) && signedInOrNull(sessions.get())?.credential === credential,
          onPress(door, { tenant: presser }, isSent) {
            if (isSent) sound.play('asked');
            return journal.begin(door, presser);
          },
          onOutcome: (recordId, _door, outcome) => onOutcome(recordId, outcome),
        });
        unlocker.subscribe(updateWakeLock);
        current = { tenant, unlocker };
        updateWakeLock();
      }
      return current.unlocker;
    },
  };
}

function signedInOrNull(session: Session): SignedIn | null {
  return session.kind === 'signed-in' ? session : null;
}
