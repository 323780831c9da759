import { type Cell, cells, MESSAGES, type Operation } from './table.ts';

/** Groups operations that are sent in the same way (the `purpose` of an ApiRequest). */
const FAMILIES: Readonly<Record<Operation, string>> = {
  phone: 'code',
  verify: 'code',
  'verify with account': 'code',
  access: 'doors',
  'access refresh': 'doors',
  open: 'open',
  'log lock': 'report',
  'log entry point': 'report',
  health: 'health',
};

/**
 * A browser resends some requests by itself after a lost connection, depending on the kind of request. The health request is
 * of the same kind as the request for the doors.
 */
const CUT_CONNECTIONS = ['a connection cut before the headers', 'a connection cut after the headers'];
/** A browser handles an abort and a redirect in the same way for every kind of request. */
const ABORTS_AND_REDIRECTS = ['silence', 'two bytes a second', 'a redirect to a page'];

/**
 * The aspects of a cell that need a browser: the operation from press to screen, its kind of end with its message, and a
 * real connection. scripts/fault-matrix.test.ts checks the classification of every fault in-process.
 */
function shows({ operation, fault, end }: Cell): readonly string[] {
  const family = FAMILIES[operation];
  const moved = end.openings > 0 ? ', with a door opened' : '';
  // A shared message is checked on one screen, a screen's own message on that screen.
  const message = Object.values(MESSAGES).includes(end.says)
    ? end.says
    : `${end.says} in ${end.place} of ${family}${moved}`;
  return [
    operation,
    `${end.place} of ${family}`,
    message,
    ...(CUT_CONNECTIONS.includes(fault.name) ? [`${fault.name} of ${family === 'health' ? 'doors' : family}`] : []),
    ...(ABORTS_AND_REDIRECTS.includes(fault.name) ? [fault.name] : []),
  ];
}

/** Greedy set cover: repeatedly adds the item that covers the most missing aspects, or the first of several such items. */
function coverOf<T>(all: readonly T[], shows: (one: T) => readonly string[]): readonly T[] {
  const missing = new Set(all.flatMap(shows));
  const gain = (one: T) => shows(one).filter((what) => missing.has(what)).length;
  const chosen = new Set<T>();
  while (missing.size > 0) {
    const best = all.reduce((a, b) => (gain(b) > gain(a) ? b : a));
    chosen.add(best);
    for (const what of shows(best)) missing.delete(what);
  }
  // Later items can make earlier ones redundant.
  for (const one of [...chosen]) {
    const rest = new Set([...chosen].filter((other) => other !== one).flatMap(shows));
    if (shows(one).every((what) => rest.has(what))) chosen.delete(one);
  }
  return all.filter((one) => chosen.has(one));
}

/** The cells that run in a browser every time: together they cover all aspects of all cells. */
export const cover: readonly Cell[] = coverOf(cells, shows);
