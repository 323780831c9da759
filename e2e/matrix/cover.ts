import { type Cell, cells, MESSAGES, type Operation } from './table.ts';

/** Operations that share their way of sending (ApiRequest's purpose). */
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
 * A cut connection is a browser's own business: it resends by itself what it takes for unheard, each kind of request in its
 * way. The health is asked for as the doors are.
 */
const CUT_CONNECTIONS = ['a connection cut before the headers', 'a connection cut after the headers'];
/** It calls a request off, and follows no redirect, whatever was asked for. */
const LET_GO = ['silence', 'two bytes a second', 'a redirect to a page'];

/**
 * What of a cell only a browser can show: the operation from the press to the screen, this kind of end with its message, and
 * a real connection. What a fault is taken for is proved for every cell in-process (scripts/fault-matrix.test.ts).
 */
function shows({ operation, fault, end }: Cell): readonly string[] {
  const family = FAMILIES[operation];
  const moved = end.openings > 0 ? ', and a door has moved' : '';
  // A message that all screens share is checked on one of them, a message of one screen on that screen.
  const message = Object.values(MESSAGES).includes(end.says)
    ? end.says
    : `${end.says} in ${end.place} of ${family}${moved}`;
  return [
    operation,
    `${end.place} of ${family}`,
    message,
    ...(CUT_CONNECTIONS.includes(fault.name) ? [`${fault.name} of ${family === 'health' ? 'doors' : family}`] : []),
    ...(LET_GO.includes(fault.name) ? [fault.name] : []),
  ];
}

/** Greedy: whoever shows most of what is not shown yet comes next; of equals, whoever stands first. */
function coverOf<T>(all: readonly T[], shows: (one: T) => readonly string[]): readonly T[] {
  const missing = new Set(all.flatMap(shows));
  const news = (one: T) => shows(one).filter((what) => missing.has(what)).length;
  const chosen = new Set<T>();
  while (missing.size > 0) {
    const best = all.reduce((a, b) => (news(b) > news(a) ? b : a));
    chosen.add(best);
    for (const what of shows(best)) missing.delete(what);
  }
  // What came first may show nothing any more that those who came later do not show as well.
  for (const one of [...chosen]) {
    const rest = new Set([...chosen].filter((other) => other !== one).flatMap(shows));
    if (shows(one).every((what) => rest.has(what))) chosen.delete(one);
  }
  return all.filter((one) => chosen.has(one));
}

/** The cells that run in a browser every time: together they show all that any cell shows. */
export const cover: readonly Cell[] = coverOf(cells, shows);
