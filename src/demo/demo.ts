import { createFacility, type Facility, type HostTime, seedLocations } from '#facility';
import { msUntilHour } from './facility-time.ts';
import { createPhone, type Phone } from './phone/phone.ts';
import { createRadio, type Radio } from './phone/radio.ts';
import { createRequestsLog, type PhoneRequests } from './phone/requests.ts';
import { createDemoTime, type DemoTime } from './time.ts';

/** A new facility and a new phone that share one simulated time. */
export type Demo = {
  readonly time: DemoTime;
  readonly facility: Facility;
  readonly radio: Radio;
  readonly requests: PhoneRequests;
  readonly phone: Phone;
  /**
   * Sends a request to the facility's control API (`/__facility`).
   *
   * @throws {Error} with the message of the API when it rejects the request
   */
  control(method: string, path: string, body?: unknown): Promise<unknown>;
  end(): void;
};

/** The shape of the access list: the first has the balance, the second the access hours. */
export type AccessPath = '/tenant/access' | '/access';

/** The app's `config.json` for the simulated facility. */
const configWith = (accessPath: AccessPath) => ({
  system: 'kiss',
  brand: { name: 'Front Range Storage' },
  api: { base: '/api/v2', accessPath },
  opener: { kind: 'gateway', base: '/gateway' },
  locations: seedLocations,
  support: { phone: '+1 303 555 0100', sms: '+1 303 555 0100', email: 'help@example.com' },
  paymentUrl: 'https://example.com/pay',
});

const DAY_MS = 86_400_000;

/** Today at 10:30 at the facility, so that each demo starts in daylight. */
function thisMorning(now: number): number {
  // The result is wrong by an hour on the two days a year when daylight saving time changes.
  const midnight = now + msUntilHour(0, now) - DAY_MS;
  return midnight + msUntilHour(10.5, midnight);
}

/** @param host real time */
export function createDemo(host: HostTime, accessPath: AccessPath = '/tenant/access'): Demo {
  const time = createDemoTime(thisMorning(host.now()), host);
  const phone = createPhone();
  const facility = createFacility({
    now: time.now,
    setTimer: time.setTimer,
    onMessage: phone.receive,
  });
  const requests = createRequestsLog(time, phone.tab);
  const radio = createRadio({ facility, time, requests, config: configWith(accessPath) });
  return {
    time,
    facility,
    radio,
    requests,
    phone,
    async control(method, path, body) {
      const request = new Request(new URL(`/__facility/${path}`, location.origin), {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
      });
      const response = await facility.control(request);
      const answer = (await response.json()) as { readonly message?: string };
      if (!response.ok) throw new Error(`${method} ${path}: ${answer.message ?? response.status}`);
      return answer;
    },
    end() {
      facility.close();
      time.end();
    },
  };
}
