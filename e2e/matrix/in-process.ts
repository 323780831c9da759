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
import { codeIn, createFacility } from '../../src/facility/index.ts';
import type { Fault } from '../support/facility.ts';
import { browserFetch } from './browser-fetch.ts';

/** Advances the fake timers. Ms. */
export const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

/** Longer than a round trip with a resend, and shorter than any retry delay. Ms. */
export const AT_ONCE_MS = 900;

const CONFIG = { system: 'kiss', opener: { kind: 'gateway' } };

/** The services of the app with a simulated facility. Both use the fake timers of the test. */
export async function openApp() {
  const facility = createFacility();
  // A short motor time; the default is two seconds.
  facility.world.settings.motorMs = 50;
  const checked = checkConfig(JSON.stringify(CONFIG));
  if (checked.kind !== 'ok') throw new Error('The configuration of this test is invalid.');
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
      if (status !== 201) throw new Error('The facility rejected the fault.');
    },
    heal: () => control('DELETE', 'faults'),
    /** The number of requests with this path in the journal. */
    count: (path: RegExp) => facility.journal.requests.filter((request) => path.test(request.path)).length,
    /** The newest code sent to this number (E.164). */
    code(e164: string): string {
      const message = facility.world.messages.findLast(({ to }) => to === e164);
      return codeIn(message?.text) ?? '';
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
      if (session.kind !== 'signed-in') throw new Error('The session is not signed in.');
      return session;
    },
    /** Fetches and observes the doors of this session, as the list page does. */
    watchList({ tenant }: SignedIn) {
      const list = new QueryObserver<AccessList>(queries, {
        queryKey: [ACCESS_KEY, tenantKey(tenant)],
        queryFn: ({ signal }) => system.access.fetch(tenantKey(tenant), signal),
      });
      list.subscribe(() => {});
      return list;
    },
    unlockerFor,
    /** The state of the report of this tenant's only press. */
    async report({ tenant }: SignedIn): Promise<string> {
      const [record, ...others] = await activity.journal.list(tenantHash(tenant));
      if (!record || others.length > 0) throw new Error('Expected exactly one press.');
      return record.report.kind;
    },
  };
}

export type OpenApp = Awaited<ReturnType<typeof openApp>>;

/** Advances time by one round trip and awaits `work`. */
export async function inTime<T>(work: Promise<T>): Promise<T> {
  await pass(AT_ONCE_MS);
  return work;
}

export function doorNamed(list: QueryObserver<AccessList>, name: string): Door {
  const door = list.getCurrentResult().data?.doors.find((one) => one.name === name);
  if (!door) throw new Error(`${name} is not on the list.`);
  return door;
}
