import { codeIn, createFacility, seedLocations } from '#facility';
import type { Platform } from '#platform';
import type { GalleryState, Reply } from './state.ts';

/** The `config.json` of the gallery. */
const CONFIG = {
  system: 'kiss',
  brand: { name: 'Gallery Storage' },
  opener: { kind: 'gateway' },
  locations: seedLocations,
  support: { phone: '+1 303 555 0100', sms: '+1 303 555 0100', email: 'help@example.com' },
  legal: { terms: 'https://example.com/terms', privacy: 'https://example.com/privacy' },
  paymentUrl: 'https://example.com/pay',
  defaultCountry: 'US',
};

/** Doors open immediately and stay open while the state is viewed. */
const SETTINGS = { motorMs: 0, relaySeconds: 600 };

const JSON_HEADERS = { 'Content-Type': 'application/json' };
const CONFIG_ROUTE = 'GET /config.json';

export type GalleryServer = {
  readonly fetch: Platform['fetch'];
  /** The last code that was sent. */
  readonly sentCode: () => string;
  /** Signs the tenant in and resolves with a new token. */
  readonly signIn: (e164: string) => Promise<string>;
  /** Adds the replies of the state as faults. */
  readonly applyReplies: () => Promise<void>;
};

/** Creates the simulated facility for a state. */
export async function createGalleryServer(state: GalleryState, origin: string): Promise<GalleryServer> {
  const { replies = {} } = state;
  let sentCode = '';
  const facility = createFacility({
    onMessage({ text }) {
      sentCode = codeIn(text) ?? '';
    },
  });
  const send = (method: string, path: string, body: object, init: RequestInit = {}) =>
    new Request(new URL(path, origin), { ...init, method, body: JSON.stringify(body), headers: JSON_HEADERS });
  await facility.control(send('PATCH', '/__facility/settings', SETTINGS));

  async function answer(address: string, init?: RequestInit): Promise<Response> {
    const request = new Request(new URL(address, origin), init);
    const route = `${request.method} ${new URL(request.url).pathname}`;
    if (route === CONFIG_ROUTE && !(CONFIG_ROUTE in replies)) return Response.json({ ...CONFIG, ...state.config });
    return facility.fetch(request);
  }

  return {
    async fetch(address, init) {
      try {
        return await answer(address, init);
      } catch {
        throw init?.signal?.aborted ? init.signal.reason : new TypeError('Failed to fetch');
      }
    },
    sentCode: () => sentCode,
    async signIn(e164) {
      const number = { country_code: '1', phone_number: e164.slice(2) };
      await facility.fetch(send('POST', '/api/v2/auth/phone', number));
      const verified = await facility.fetch(send('POST', '/api/v2/auth/verify-otp', { ...number, otp: sentCode }));
      const { data } = (await verified.json()) as { readonly data: { readonly token: string } };
      return data.token;
    },
    async applyReplies() {
      for (const fault of Object.entries(replies).flatMap(([route, reply]) => faultsOf(route, reply))) {
        await facility.control(send('POST', '/__facility/faults', fault));
      }
    },
  };
}

/** The replies as faults, in the format of the control API. */
function faultsOf(route: string, replies: Reply | readonly (Reply | 'real')[]): object[] {
  const each = Array.isArray(replies) ? (replies as readonly (Reply | 'real')[]) : [replies as Reply];
  return each.flatMap((reply, at): object[] => {
    if (reply === 'real') return [];
    const calls = { route, nth: at + 1, times: at === each.length - 1 ? null : 1 };
    if (reply === 'never') return [{ ...calls, never: true }];
    return [reply === 'no-network' ? { ...calls, drop: 'before' } : { ...calls, ...reply }];
  });
}
