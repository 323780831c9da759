import type { Fault } from '../support/facility.ts';

/** How the app classifies a response: the problem kinds, with `unavailable` split by cause. */
export type Kind =
  | 'good'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'invalid'
  | 'rate-limited'
  | 'unavailable'
  | 'network'
  | 'timeout'
  | 'unsupported'
  | 'rejected'
  | 'malformed';

export type MatrixFault = {
  readonly name: string;
  readonly kind: Kind;
  readonly fault: Omit<Fault, 'route'>;
  /** Ends by a deadline of the app, so the test advances the clock. */
  readonly isSlow?: true;
};

const WIBBLE = { message: 'Wibble.' };
const TEN_MB = 10 * 1024 * 1024;
const json = { 'Content-Type': 'application/json' };

const status = (code: number, kind: Kind, more: Omit<Fault, 'route'> = {}): MatrixFault => ({
  name: String(code),
  kind,
  fault: { status: code, body: WIBBLE, ...more },
});
const named = (name: string, fault: MatrixFault): MatrixFault => ({ ...fault, name: `${fault.name}, ${name}` });

const s400 = status(400, 'rejected');
const s401 = status(401, 'unauthenticated');
const s403 = status(403, 'forbidden');
const s404 = status(404, 'not-found');
const s409 = status(409, 'conflict');
const s422 = status(422, 'invalid');
export const s422fields = named(
  'with fields',
  status(422, 'invalid', { body: { ...WIBBLE, errors: { otp: ['Wobble.'] } } }),
);
const s429 = named('with Retry-After', status(429, 'rate-limited', { headers: { 'Retry-After': '60' } }));
export const s429message = named(
  'with the seconds in the message',
  status(429, 'rate-limited', { body: { message: 'Please try again in 60 seconds.' } }),
);
const s500 = status(500, 'unavailable');
const s501 = status(501, 'unsupported');
export const s503 = status(503, 'unavailable');

/** Statuses that any operation may get, in its contract or not. */
export const statuses: readonly MatrixFault[] = [
  s400,
  s401,
  s403,
  s404,
  status(408, 'unavailable'),
  s409,
  status(418, 'rejected'),
  s422,
  s429,
  s500,
  s501,
  named('with a page', status(503, 'unavailable', { body: '<h1>Busy</h1>', headers: { 'Content-Type': 'text/html' } })),
];

/** A JSON object without the expected data. */
export const wrongData: MatrixFault = {
  name: 'JSON without what was asked for',
  kind: 'malformed',
  fault: { status: 200, body: { data: 7 } },
};

/** Faults of networks and proxies, outside any contract. */
export const networkFaults: readonly MatrixFault[] = [
  { name: 'an empty body', kind: 'malformed', fault: { status: 200, body: '', headers: json } },
  {
    name: 'a page with 200',
    kind: 'malformed',
    fault: { status: 200, body: '<!doctype html><title>Free wifi</title>', headers: { 'Content-Type': 'text/html' } },
  },
  {
    name: 'JSON that is cut off',
    kind: 'malformed',
    fault: { status: 200, body: '{"data":{"units":[', headers: json },
  },
  { name: 'JSON of the wrong shape', kind: 'malformed', fault: { status: 200, body: [7] } },
  { name: 'ten megabytes', kind: 'malformed', fault: { status: 200, bodyBytes: TEN_MB, headers: json } },
  { name: 'a connection cut before the headers', kind: 'network', fault: { drop: 'before' } },
  { name: 'a connection cut after the headers', kind: 'unavailable', fault: { truncate: 0 } },
  { name: 'silence', kind: 'timeout', fault: { never: true }, isSlow: true },
  // The facility sends 16 bytes at a time, so no response completes within its deadline.
  { name: 'two bytes a second', kind: 'timeout', fault: { drip: 8_000 }, isSlow: true },
  {
    name: 'a redirect to a page',
    kind: 'malformed',
    fault: { status: 302, body: '', headers: { Location: '/sign-in', 'Content-Type': 'text/html' } },
  },
  { name: '204 where a body is due', kind: 'malformed', fault: { status: 204 } },
];

/** The real response, unchanged. */
export const realResponse: MatrixFault = {
  name: 'the real answer',
  kind: 'good',
  fault: { headers: { 'X-Fine': '1' } },
};
