import type { Clock, RecordStore } from '#platform';
import type { createFacility } from '../facility/index.ts';
import type { ActivityRecord } from './record.ts';

/** One report as seen on the network. */
export type Sending = {
  readonly key: string;
  readonly token: string;
  readonly path: string;
  readonly body: string;
  /** Whether another attempt of the same report was still running. */
  readonly isBeside: boolean;
  /** Whether it was answered or its page has closed. */
  readonly isOver: () => boolean;
  /** The status that the page received; `lost` when it received none: dropped, aborted, or the page has closed. */
  seen: number | 'lost';
};

/** One command as seen on the network. */
export type CommandSent = {
  readonly key: string;
  readonly token: string;
  readonly path: string;
  readonly body: string;
  /** Epoch ms after which it must not act. */
  readonly notAfter: number;
  /** Epoch ms. */
  readonly at: number;
  /** The network of the page that sent it. */
  readonly from: object;
  /** The status that the page received; `lost` when it received none. */
  seen: number | 'lost';
};

/** All requests of interest. */
export type Wire = { readonly reports: Sending[]; readonly commands: CommandSent[] };

/** The report that the device stored for one press. */
export type Promised = Pick<ActivityRecord, 'tenant' | 'happenedAt' | 'pressedAt' | 'target'> & {
  readonly key: string;
  readonly happening: string;
};

export type Facility = ReturnType<typeof createFacility>;

const ORIGIN = 'https://app.test';

type NetworkParts = {
  readonly facility: Facility;
  readonly isAlive: () => boolean;
  readonly isOnline: () => boolean;
  readonly wire: Wire;
  /** Epoch ms. */
  readonly now: () => number;
};

/** The network between one page and the facility. A closed page receives nothing. */
export function createNetwork({ facility, isAlive, isOnline, wire, now }: NetworkParts) {
  const self = {};
  return async (address: string, init: RequestInit): Promise<Response> => {
    if (!isOnline()) throw new TypeError('Failed to fetch');
    const request = new Request(address, init);
    let isAnswered = false;
    const body = String(init.body ?? '');
    const sending =
      noteReport(request, body, wire.reports, () => isAnswered || !isAlive()) ??
      noteCommand(request, body, wire.commands, { at: now(), from: self });
    const aborted = new Promise<never>((_resolve, reject) =>
      init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError'))),
    );
    try {
      const response = await Promise.race([facility.fetch(request), aborted]);
      if (!isAlive()) return new Promise(() => {});
      if (sending) sending.seen = response.status;
      return response;
    } catch {
      throw new TypeError('Failed to fetch');
    } finally {
      isAnswered = true;
    }
  };
}

const pathOf = (request: Request) => new URL(request.url).pathname;
const keyOf = (request: Request) => request.headers.get('idempotency-key') ?? '';
const tokenOf = (request: Request) => (request.headers.get('authorization') ?? '').replace('Bearer ', '');

function noteReport(request: Request, body: string, reports: Sending[], isOver: () => boolean): Sending | undefined {
  const path = pathOf(request);
  if (!path.endsWith('/logs')) return undefined;
  const key = keyOf(request);
  const sending: Sending = {
    key,
    token: tokenOf(request),
    path,
    body,
    isBeside: reports.some((earlier) => earlier.key === key && !earlier.isOver()),
    isOver,
    seen: 'lost',
  };
  reports.push(sending);
  return sending;
}

function noteCommand(
  request: Request,
  body: string,
  commands: CommandSent[],
  when: Pick<CommandSent, 'at' | 'from'>,
): CommandSent | undefined {
  const path = pathOf(request);
  if (!path.startsWith('/gateway/')) return undefined;
  const { not_after: notAfter } = JSON.parse(body) as { readonly not_after: string };
  const command: CommandSent = {
    key: keyOf(request),
    token: tokenOf(request),
    path,
    body,
    notAfter: Date.parse(notAfter),
    ...when,
    seen: 'lost',
  };
  commands.push(command);
  return command;
}

/** The records as a page sees them: every call is asynchronous, and a closed page never gets a result. */
export function createPageRecords(
  kept: RecordStore<ActivityRecord>,
  isAlive: () => boolean,
  onPromise: (id: string, promised: Promised) => void,
): RecordStore<ActivityRecord> {
  const ifPageOpen = async <T>(call: () => Promise<T>): Promise<T> => {
    await Promise.resolve();
    if (!isAlive()) return new Promise(() => {});
    const result = await call();
    return isAlive() ? result : new Promise(() => {});
  };
  const noting = (change: (record: ActivityRecord) => ActivityRecord) => (record: ActivityRecord) => {
    const next = change(record);
    if (next.report.kind !== 'due') return next;
    const { tenant, happenedAt, pressedAt, target } = next;
    const { key, happening } = next.report;
    onPromise(next.id, { tenant, happenedAt, pressedAt, target, key, happening });
    return next;
  };
  return {
    all: () => ifPageOpen(() => kept.all()),
    put: (id, record) => ifPageOpen(() => kept.put(id, record)),
    change: (id, change) => ifPageOpen(() => kept.change(id, noting(change))),
    remove: (id) => ifPageOpen(() => kept.remove(id)),
    isBroken: kept.isBroken,
  };
}

/** A clock whose timers do not run once the page has closed. */
export function createPageClock(clock: Clock, isAlive: () => boolean): Clock {
  return { now: clock.now, after: (ms, run) => clock.after(ms, () => isAlive() && run()) };
}

/** Calls the facility's control API. */
export async function control(facility: Facility, method: string, path: string, body?: object): Promise<unknown> {
  const init = { method, ...(body ? { body: JSON.stringify(body) } : {}) };
  const response = await facility.control(new Request(`${ORIGIN}/__facility${path}`, init));
  const answer = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${answer}`);
  return JSON.parse(answer) as unknown;
}

export const API = `${ORIGIN}/api/v2`;
export const GATEWAY = `${ORIGIN}/gateway`;
