import { QueryObserver } from '@tanstack/react-query';
import { vi } from 'vitest';
import { ACCESS_KEY } from '#access';
import { tenantHash } from '#activity';
import { checkConfig } from '#config/check';
import { type AccessList, type Door, tenantKey } from '#model';
import { createTestPlatform } from '#platform/test-helpers';
import type { SignedIn } from '#session';
import { phoneCodeOf } from '#systems';
import { kiss } from '#systems/test-helpers';
import { createServices } from '../../src/app/services.ts';
import { servicesFor } from '../../src/app/signed-in-services.ts';
import { createFacility } from '../../src/facility/index.ts';
import type { Fault } from '../support/facility.ts';
import { browserFetch } from './browser-fetch.ts';

/** Runs the test's time, and all that falls due on the way. Ms. */
export const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

/** Longer than the way there and back and a resend, and shorter than anything that is tried again later. Ms. */
export const AT_ONCE_MS = 900;

const CONFIG = { system: 'kiss', opener: { kind: 'gateway' } };

/** The app beneath its screens, before the simulated facility. One a test, which owns the time of both. */
export async function openApp() {
  const facility = createFacility();
  // Most cells are about other things than the motor's two seconds.
  facility.world.settings.motorMs = 50;
  const checked = checkConfig(JSON.stringify(CONFIG));
  if (checked.kind !== 'ok') throw new Error('The configuration of this test is broken.');
  const platform = createTestPlatform({ fetch: browserFetch(facility.fetch) });
  const services = createServices(checked.config, kiss, platform);
  const { queries, activity, unlockerFor } = servicesFor(services);
  const { system, sessions } = services;
  await system.prepare();

  const toasts: string[] = [];
  services.actions.toast = ({ kind }, subject) => void toasts.push(`${kind}: ${subject}`);
  const defects: string[] = [];
  services.actions.countDefect = ({ kind }) => void defects.push(kind);

  const control = (method: string, path: string, body?: unknown) =>
    facility.control(
      new Request(`http://test/__facility/${path}`, { method, body: body === undefined ? null : JSON.stringify(body) }),
    );

  return {
    facility,
    services,
    queries,
    toasts,
    defects,
    fault: async (fault: Fault) => {
      const { status } = await control('POST', 'faults', fault);
      if (status !== 201) throw new Error('The facility knows no such fault.');
    },
    heal: () => control('DELETE', 'faults'),
    /** How many requests of this path arrived since it was last forgotten what did. */
    count: (path: RegExp) => facility.journal.requests.filter((request) => path.test(request.path)).length,
    /** The newest code that was sent to this number (E.164). */
    code(e164: string): string {
      const message = facility.world.messages.findLast(({ to }) => to === e164);
      return /\b\d{6}\b/.exec(message?.text ?? '')?.[0] ?? '';
    },

    async signIn(e164: string): Promise<SignedIn> {
      const phone = { countryCode: '1', nationalNumber: e164.slice(2) };
      await inTime(phoneCodeOf(system).requestCode(phone));
      const result = await inTime(phoneCodeOf(system).verifyCode({ phone, code: this.code(e164), accountId: null }));
      if (result.kind !== 'signed-in') throw new Error('This number has several accounts.');
      sessions.send({
        type: 'signed-in',
        token: result.token,
        tenant: { apiBase: services.apiBase, e164, id: result.userId, name: result.name },
        phone: { country: 'US', national: e164.slice(2) },
        accounts: 1,
        at: Date.now(),
      });
      await pass();
      const session = sessions.get();
      if (session.kind !== 'signed-in') throw new Error('Nobody is signed in.');
      return session;
    },
    /** The doors of this session, asked for at once and watched, as the page of the list does. */
    watchList({ tenant }: SignedIn) {
      const list = new QueryObserver<AccessList>(queries, {
        queryKey: [ACCESS_KEY, tenantKey(tenant)],
        queryFn: ({ signal }) => system.access.fetch(tenantKey(tenant), signal),
      });
      list.subscribe(() => {});
      return list;
    },
    unlockerFor,
    /** What became of the report of this tenant's one press. */
    async report({ tenant }: SignedIn): Promise<string> {
      const [record, ...others] = await activity.journal.list(tenantHash(tenant));
      if (!record || others.length > 0) throw new Error('There is more than one press, or none.');
      return record.report.kind;
    },
  };
}

export type OpenApp = Awaited<ReturnType<typeof openApp>>;

/** What `work` comes to, where nothing is in its way. */
export async function inTime<T>(work: Promise<T>): Promise<T> {
  await pass(AT_ONCE_MS);
  return work;
}

export function doorNamed(list: QueryObserver<AccessList>, name: string): Door {
  const door = list.getCurrentResult().data?.doors.find((one) => one.name === name);
  if (!door) throw new Error(`${name} is not on the list.`);
  return door;
}
