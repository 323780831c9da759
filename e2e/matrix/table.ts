import type { Kind, MatrixFault } from './faults.ts';
import * as f from './faults.ts';
import { gatewayAnswers } from './gateway-answers.ts';

export type Operation =
  | 'phone'
  | 'verify'
  | 'verify with account'
  | 'access'
  | 'access refresh'
  | 'open'
  | 'log lock'
  | 'log entry point'
  | 'health';

/** Where the result is shown, and the message there. */
export type End = {
  readonly place:
    | 'form'
    | 'notice'
    | 'countdown'
    | 'code step'
    | 'list'
    | 'above list'
    | 'sign-in'
    | 'door'
    | 'activity'
    | 'banner';
  readonly says: string;
  /** Doors that opened, by the facility's journal. */
  readonly openings: number;
};

export type Cell = { readonly operation: Operation; readonly fault: MatrixFault; readonly end: End };

/** The shared message of each kind, used by screens without their own. */
export const MESSAGES: Readonly<Record<Kind, string>> = {
  good: '',
  unauthenticated: 'Please sign in again',
  forbidden: 'do not have access',
  'not-found': 'no longer there',
  conflict: 'clashed',
  invalid: 'did not accept',
  'rate-limited': 'Too many attempts',
  unavailable: 'has trouble right now',
  network: 'No connection to the server',
  timeout: 'took too long',
  unsupported: 'not available here',
  rejected: 'not your fault',
  malformed: 'made no sense',
};

const SIGNED_OUT: End = { place: 'sign-in', says: 'You were signed out', openings: 0 };

const onPhone = ({ kind }: MatrixFault): End => {
  const special: Partial<Record<Kind, string>> = {
    invalid: 'No tenant has this phone number',
    'rate-limited': 'Too many codes were asked for',
  };
  return { place: 'form', says: special[kind] ?? MESSAGES[kind], openings: 0 };
};

const onVerify = ({ kind }: MatrixFault): End => ({
  place: 'form',
  says: kind === 'invalid' ? 'wrong or has expired' : MESSAGES[kind],
  openings: 0,
});

const onAccount = ({ kind }: MatrixFault): End => {
  if (kind === 'invalid') return { place: 'code step', says: 'wrong or has expired', openings: 0 };
  return { place: kind === 'rate-limited' ? 'countdown' : 'notice', says: MESSAGES[kind], openings: 0 };
};

const onAccess = ({ kind }: MatrixFault): End =>
  kind === 'unauthenticated' ? SIGNED_OUT : { place: 'list', says: MESSAGES[kind], openings: 0 };

const onRefresh = ({ kind }: MatrixFault): End =>
  kind === 'unauthenticated' ? SIGNED_OUT : { place: 'above list', says: MESSAGES[kind], openings: 0 };

const OPEN_MESSAGES: Readonly<Partial<Record<Kind, string>>> = {
  good: 'Opened at',
  forbidden: 'Access denied',
  conflict: 'The door did not open',
  invalid: 'The door did not open',
  rejected: 'The door did not open',
  'rate-limited': 'Not sent: too many attempts',
  unsupported: 'remote opening is not available',
};

/** Faults in which the command took effect and only its response was lost: the door moved, the app cannot know. */
const MOVES = ['a connection cut after the headers', 'two bytes a second'];

const onOpen = (fault: MatrixFault): End => {
  if (fault.kind === 'unauthenticated') return SIGNED_OUT;
  if (fault.kind === 'not-found') return { place: 'above list', says: 'Lock not found', openings: 0 };
  const says = OPEN_MESSAGES[fault.kind] ?? 'We could not confirm';
  return { place: 'door', says, openings: fault.kind === 'good' || MOVES.includes(fault.name) ? 1 : 0 };
};

const REPORT_MESSAGES: Readonly<Partial<Record<Kind, string>>> = { good: 'Reported' };
const REFUSED: readonly Kind[] = ['forbidden', 'not-found', 'conflict', 'invalid', 'rejected', 'unsupported'];

/** The door has opened in every cell; the fault affects only its report. */
const onLog = ({ kind }: MatrixFault): End => {
  if (kind === 'unauthenticated') return { ...SIGNED_OUT, openings: 1 };
  const says = REPORT_MESSAGES[kind] ?? (REFUSED.includes(kind) ? 'Report refused' : 'Report waiting');
  return { place: 'activity', says, openings: 1 };
};

const STILL_DOWN: readonly Kind[] = ['unavailable', 'network', 'timeout', 'malformed', 'rate-limited'];

const onHealth = ({ kind }: MatrixFault): End =>
  STILL_DOWN.includes(kind)
    ? { place: 'banner', says: 'cannot be reached right now', openings: 0 }
    : { place: 'above list', says: '', openings: 0 };

/** Each operation's own faults in addition to the common ones, and its end for each fault. */
const OPERATIONS: Readonly<
  Record<Operation, { readonly own: readonly MatrixFault[]; readonly end: (fault: MatrixFault) => End }>
> = {
  phone: { own: [f.s429message], end: onPhone },
  verify: { own: [f.s429message, f.s422fields, f.wrongData], end: onVerify },
  'verify with account': { own: [f.s429message, f.wrongData], end: onAccount },
  access: { own: [f.wrongData], end: onAccess },
  'access refresh': { own: [f.wrongData], end: onRefresh },
  open: { own: [f.realResponse, f.s503, f.wrongData], end: onOpen },
  'log lock': { own: [f.realResponse], end: onLog },
  'log entry point': { own: [f.realResponse], end: onLog },
  health: { own: [f.realResponse, f.s503], end: onHealth },
};

/** All cells, by operation. */
export const cells: readonly Cell[] = Object.entries(OPERATIONS).flatMap(([name, { own, end }]) => {
  const operation = name as Operation;
  const faults = [...own, ...f.statuses, ...f.networkFaults].map(
    (fault): Cell => ({ operation, fault, end: end(fault) }),
  );
  return operation === 'open' ? [...faults, ...gatewayAnswers] : faults;
});
