import { createFacility, type Facility, type HostTime, type Message, seedLocations } from '#facility';
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
   * Asks the facility's control face (`/__facility`), which is how everything behind the scenes is moved.
   *
   * @throws {Error} with the face's own sentence where it refuses
   */
  control(method: string, path: string, body?: unknown): Promise<unknown>;
  end(): void;
};

/** What an operator would write, for the facility that is simulated here. */
const config = {
  system: 'kiss',
  brand: { name: 'Front Range Storage' },
  api: { base: '/api/v2', accessPath: '/tenant/access' },
  opener: { kind: 'gateway', base: '/gateway' },
  locations: seedLocations,
  support: { phone: '+1 303 555 0100', sms: '+1 303 555 0100', email: 'help@example.com' },
  paymentUrl: 'https://example.com/pay',
};

const MINUTE_MS = 60_000;

/** Today at half past ten where the facility is (America/Denver): by day, and the same whenever the demo is opened. */
function thisMorning(now: number): number {
  const wall = new Intl.DateTimeFormat('en', {
    timeZone: 'America/Denver',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  });
  const part = (type: string) => Number(wall.formatToParts(now).find((one) => one.type === type)?.value ?? 0);
  const minuteOfDay = part('hour') * 60 + part('minute');
  return Math.floor(now / MINUTE_MS) * MINUTE_MS + (10 * 60 + 30 - minuteOfDay) * MINUTE_MS;
}

/** @param host the machine's own time */
export function createDemo(host: HostTime): Demo {
  const time = createDemoTime(thisMorning(host.now()), host);
  const arrivals = { message: (_message: Message) => {} };
  const facility = createFacility({
    now: time.now,
    setTimer: time.setTimer,
    onMessage: (message) => arrivals.message(message),
  });
  const phone = createPhone(time);
  const requests = createRequestsLog(time, phone.tab);
  const radio = createRadio({ facility, time, requests, config });
  phone.connect(radio);
  arrivals.message = phone.receive;
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
      time.setRate(0);
    },
  };
}
