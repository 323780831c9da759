import type { Kind, MatrixFault } from './faults.ts';
import { GATEWAY_OUTCOMES } from './gateway-answers.ts';
import type { Cell, Operation } from './table.ts';

/** What a cell does beneath the screen. */
export type Effects = {
  /** What the screen is given to show: a problem, the state of a door, or what became of a report. */
  readonly given: string;
  /** How often the request was sent before the person was told. */
  readonly sent: number;
  readonly session: 'none' | 'goes on' | 'ended';
  /** Whether the person has a list of doors: the one last asked for, or the one from before. */
  readonly list: 'none' | 'current' | 'from before';
  /** Whether the list was asked for again by itself. */
  readonly listAskedAgain: boolean;
  readonly breaker: 'closed' | 'open';
  /** Seconds for which nothing more of the kind is sent. */
  readonly rests: number;
  /** Whether it is counted as somebody's mistake. */
  readonly isDefect: boolean;
  readonly toast: string;
  /** What the facility's log holds of the presses. */
  readonly log: readonly string[];
};

const BY_WAY: Readonly<Partial<Record<Kind, string>>> = {
  unavailable: 'unavailable, by its answer',
  network: 'unavailable, no answer',
  timeout: 'unavailable, too late',
};
const problem = ({ kind }: MatrixFault) => BY_WAY[kind] ?? kind;

const DEFECTS: readonly Kind[] = ['conflict', 'rejected', 'malformed'];

const calm = (fault: MatrixFault): Effects => ({
  given: problem(fault),
  sent: 1,
  session: 'none',
  list: 'none',
  listAskedAgain: false,
  breaker: 'closed',
  rests: fault.kind === 'rate-limited' ? 60 : 0,
  isDefect: DEFECTS.includes(fault.kind),
  toast: '',
  log: [],
});

/** A read is sent again where that may help: three times with a fresh budget, and within twenty seconds. */
const readTries = ({ kind }: MatrixFault) =>
  kind === 'timeout' ? 2 : kind === 'unavailable' || kind === 'network' ? 3 : 1;

const onRead = (fault: MatrixFault, list: Effects['list']): Effects => {
  const isOver = fault.kind === 'unauthenticated';
  return {
    ...calm(fault),
    given: isOver ? 'nothing' : problem(fault),
    sent: readTries(fault),
    session: isOver ? 'ended' : 'goes on',
    list: isOver ? 'none' : list,
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

/** The gateway answered and never came to the end: somebody was there. */
const BEGAN_TO_ANSWER = 'two bytes a second';

const outcomeOf = (fault: MatrixFault) =>
  GATEWAY_OUTCOMES[fault.name] ?? (fault.name === BEGAN_TO_ANSWER ? 'unknown: server-trouble' : OUTCOMES[fault.kind]);

/** Law 6, at a facility that has no word for an opening that nobody confirmed. */
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
  const isOver = fault.kind === 'unauthenticated';
  const logged = LOGGED[outcome];
  return {
    ...calm(fault),
    given: outcome,
    sent: fault.kind === 'network' ? 2 : 1,
    session: isOver ? 'ended' : 'goes on',
    list: isOver ? 'none' : 'current',
    listAskedAgain: fault.kind === 'invalid' || fault.kind === 'not-found' || outcome === 'denied',
    toast: fault.kind === 'not-found' ? 'not-found: lock' : '',
    log: logged === undefined ? [] : [`lock.${logged}`],
  };
};

const REFUSED: readonly Kind[] = ['forbidden', 'not-found', 'conflict', 'invalid', 'rejected', 'unsupported'];
/** The facility wrote it down, and its answer alone was lost. */
const WRITTEN_DOWN = ['the real answer', 'a connection cut after the headers', BEGAN_TO_ANSWER];

const onLog = (fault: MatrixFault, kind: 'lock' | 'entry_point'): Effects => {
  const isOver = fault.kind === 'unauthenticated';
  const report = fault.kind === 'good' ? 'sent' : REFUSED.includes(fault.kind) ? 'refused' : 'due';
  return {
    ...calm(fault),
    given: `opened, report ${report}`,
    session: isOver ? 'ended' : 'goes on',
    list: isOver ? 'none' : 'current',
    log: WRITTEN_DOWN.includes(fault.name) ? [`${kind}.open_successful`] : [],
  };
};

/** Signs of a server that is not well, or not there. Any other answer is one of a server at work. */
const UNWELL: readonly Kind[] = ['unavailable', 'network', 'timeout', 'malformed', 'rate-limited'];

const onHealth = (fault: MatrixFault): Effects => {
  const isUnwell = UNWELL.includes(fault.kind);
  return {
    ...calm(fault),
    given: isUnwell ? 'unavailable, by its answer' : 'nothing',
    session: 'goes on',
    list: isUnwell ? 'from before' : 'current',
    listAskedAgain: !isUnwell,
    breaker: isUnwell ? 'open' : 'closed',
    rests: 0,
    isDefect: false,
  };
};

const EFFECTS: Readonly<Record<Operation, (fault: MatrixFault) => Effects>> = {
  phone: calm,
  verify: calm,
  'verify with account': calm,
  access: (fault) => onRead(fault, 'none'),
  'access refresh': (fault) => onRead(fault, 'from before'),
  open: onOpen,
  'log lock': (fault) => onLog(fault, 'lock'),
  'log entry point': (fault) => onLog(fault, 'entry_point'),
  health: onHealth,
};

/** What is to be expected of a cell, by the rules of ARCHITECTURE.md. */
export function effectsOf({ operation, fault }: Cell): Effects {
  return EFFECTS[operation](fault);
}
