import type { Kind, MatrixFault } from './faults.ts';
import { GATEWAY_OUTCOMES } from './gateway-answers.ts';
import type { Cell, Operation } from './table.ts';

/** The effects of a cell below the user interface. */
export type Effects = {
  /** The state passed to the screen: of a problem, a door or a report. */
  readonly shown: string;
  /** How often the request was sent before the result was shown. */
  readonly sent: number;
  readonly session: 'none' | 'active' | 'ended';
  /** Which list is on the screen: the response to the latest request, or the list from before that request. */
  readonly list: 'none' | 'current' | 'previous';
  /** Whether the list was refetched automatically. */
  readonly listRefetched: boolean;
  readonly breaker: 'closed' | 'open';
  /** Seconds for which requests of this scope are blocked. */
  readonly blockedSeconds: number;
  /** Whether it is counted as a defect of the app or the server. */
  readonly isDefect: boolean;
  readonly toast: string;
  /** The keys of the reports in the facility's log. */
  readonly log: readonly string[];
};

const UNAVAILABLE_NAMES: Readonly<Partial<Record<Kind, string>>> = {
  unavailable: 'unavailable, by its answer',
  network: 'unavailable, no answer',
  timeout: 'unavailable, too late',
};
const problem = ({ kind }: MatrixFault) => UNAVAILABLE_NAMES[kind] ?? kind;

const DEFECTS: readonly Kind[] = ['conflict', 'rejected', 'malformed'];

const baseEffects = (fault: MatrixFault): Effects => ({
  shown: problem(fault),
  sent: 1,
  session: 'none',
  list: 'none',
  listRefetched: false,
  breaker: 'closed',
  blockedSeconds: fault.kind === 'rate-limited' ? 60 : 0,
  isDefect: DEFECTS.includes(fault.kind),
  toast: '',
  log: [],
});

/** The attempts of a read: three with a fresh retry budget, within 20 seconds. */
const readAttempts = ({ kind }: MatrixFault) =>
  kind === 'timeout' ? 2 : kind === 'unavailable' || kind === 'network' ? 3 : 1;

const onRead = (fault: MatrixFault, list: Effects['list']): Effects => {
  const endsSession = fault.kind === 'unauthenticated';
  return {
    ...baseEffects(fault),
    shown: endsSession ? 'nothing' : problem(fault),
    sent: readAttempts(fault),
    session: endsSession ? 'ended' : 'active',
    list: endsSession ? 'none' : list,
  };
};

const OUTCOMES: Readonly<Record<Kind, string>> = {
  good: 'opened',
  unauthenticated: 'not-sent: signed-out',
  forbidden: 'denied',
  'not-found': 'not-sent: not-found',
  conflict: 'failed',
  invalid: 'failed',
  'rate-limited': 'not-sent: rate-limited',
  unavailable: 'unknown: server-trouble',
  network: 'unknown: no-answer',
  timeout: 'unknown: no-answer',
  unsupported: 'not-sent: unsupported',
  rejected: 'failed',
  malformed: 'unknown: nonsense',
};

/** The gateway started to respond, so the request was not lost. */
const SLOW_BODY = 'two bytes a second';

const outcomeOf = (fault: MatrixFault) =>
  GATEWAY_OUTCOMES[fault.name] ?? (fault.name === SLOW_BODY ? 'unknown: server-trouble' : OUTCOMES[fault.kind]);

/** The report for each outcome (law 6), at a facility without `open_unconfirmed`. */
const LOGGED: Readonly<Record<string, string>> = {
  opened: 'open_successful',
  denied: 'open_blocked',
  failed: 'open_failure',
  jammed: 'open_failure',
  'not-answered': 'open_failure',
  expired: 'open_failure',
};

const onOpen = (fault: MatrixFault): Effects => {
  const outcome = outcomeOf(fault);
  const endsSession = fault.kind === 'unauthenticated';
  const logged = LOGGED[outcome];
  return {
    ...baseEffects(fault),
    shown: outcome,
    sent: fault.kind === 'network' ? 2 : 1,
    session: endsSession ? 'ended' : 'active',
    list: endsSession ? 'none' : 'current',
    listRefetched: fault.kind === 'invalid' || fault.kind === 'not-found' || outcome === 'denied',
    toast: fault.kind === 'not-found' ? 'not-found: lock' : '',
    log: logged === undefined ? [] : [`lock.${logged}`],
  };
};

const REFUSED: readonly Kind[] = ['forbidden', 'not-found', 'conflict', 'invalid', 'rejected', 'unsupported'];
/** Faults in which the facility stored the report and only its response was lost. */
const RECORDED = ['the real answer', 'a connection cut after the headers', SLOW_BODY];

const onLog = (fault: MatrixFault, kind: 'lock' | 'entry_point'): Effects => {
  const endsSession = fault.kind === 'unauthenticated';
  const report = fault.kind === 'good' ? 'sent' : REFUSED.includes(fault.kind) ? 'refused' : 'due';
  return {
    ...baseEffects(fault),
    shown: `opened, report ${report}`,
    session: endsSession ? 'ended' : 'active',
    list: endsSession ? 'none' : 'current',
    log: RECORDED.includes(fault.name) ? [`${kind}.open_successful`] : [],
  };
};

/** Kinds that keep the breaker open. With any other response the server counts as available. */
const KEEP_BREAKER_OPEN: readonly Kind[] = ['unavailable', 'network', 'timeout', 'malformed', 'rate-limited'];

const onHealth = (fault: MatrixFault): Effects => {
  const staysOpen = KEEP_BREAKER_OPEN.includes(fault.kind);
  return {
    ...baseEffects(fault),
    shown: staysOpen ? 'unavailable, by its answer' : 'nothing',
    session: 'active',
    list: staysOpen ? 'previous' : 'current',
    listRefetched: !staysOpen,
    breaker: staysOpen ? 'open' : 'closed',
    blockedSeconds: 0,
    isDefect: false,
  };
};

const EFFECTS: Readonly<Record<Operation, (fault: MatrixFault) => Effects>> = {
  phone: baseEffects,
  verify: baseEffects,
  'verify with account': baseEffects,
  access: (fault) => onRead(fault, 'none'),
  'access refresh': (fault) => onRead(fault, 'previous'),
  open: onOpen,
  'log lock': (fault) => onLog(fault, 'lock'),
  'log entry point': (fault) => onLog(fault, 'entry_point'),
  health: onHealth,
};

/** The expected effects of a cell, as docs/problems.md lists them. */
export function effectsOf({ operation, fault }: Cell): Effects {
  return EFFECTS[operation](fault);
}
