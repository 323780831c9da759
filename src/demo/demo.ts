import { createFacility, type Facility, type HostTime, seedLocations } from '#facility';
import { msUntilHour } from './facility-time.ts';
import { createPhone, type Phone } from './phone/phone.ts';
import { createRadio, type Radio } from './phone/radio.ts';
import { createRequestsLog, type PhoneRequests } from './phone/requests.ts';
import { createDemoTime, type DemoTime } from './time.ts';

/** One life of the demo, from a beginning to the next: a facility, and a phone that nobody has used yet. */
export type Demo = {
  readonly time: DemoTime;
  readonly facility: Facility;
  readonly radio: Radio;
  readonly requests: PhoneRequests;
  readonly phone: Phone;
  /**
   * Asks the facility's control API (`/__facility`), which is how everything behind the scenes is moved.
   *
   * @throws {Error} with the face's own sentence where it refuses
   */
  control(method: string, path: string, body?: unknown): Promise<unknown>;
  end(): void;
};

/** Which of the two shapes of the list the app asks for: one tells what is owed, the other the hours. */
export type AccessPath = '/tenant/access' | '/access';

/** What an operator would write, for the facility that is simulated here. */
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

/** Today at half past ten where the facility is: by day, and the same whenever the demo is opened. */
function thisMorning(now: number): number {
  // About midnight: on the two days of the year on which clocks are moved, an hour off.
  const night = now + msUntilHour(0, now) - DAY_MS;
  return night + msUntilHour(10.5, night);
}

/** @param host the machine's own time */
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
      const said = (await response.json()) as { readonly message?: string };
      if (!response.ok) throw new Error(`${method} ${path}: ${said.message ?? response.status}`);
      return said;
    },
    end() {
      facility.close();
      time.end();
    },
  };
}
