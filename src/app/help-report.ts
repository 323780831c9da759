import type { Exchange } from '#api';

/** Diagnostics for support. Contains no phone number, token, person's name or body. */
export type HelpFacts = {
  readonly brand: string;
  readonly version: string;
  readonly apiBase: string;
  readonly isOnline: boolean;
  readonly isSignedIn: boolean;
  /** Epoch ms. */
  readonly now: number;
  /** How far the server's clock is ahead. Ms; null when unknown. */
  readonly ahead: number | null;
  /** Whether automatic requests have stopped after too many rejected requests. */
  readonly isStopped: boolean;
  /** The count of each defect in this tab, by its name. */
  readonly defects: Readonly<Record<string, number>>;
  /** Oldest first. */
  readonly exchanges: readonly Exchange[];
};

/** A text for support and engineers, always in English; exchanges are listed newest first. */
export function helpReport(facts: HelpFacts): string {
  const clock = facts.ahead === null ? 'server time unknown' : `server ahead by ${Math.round(facts.ahead / 1000)} s`;
  return [
    `${facts.brand}, version ${facts.version}, API ${facts.apiBase}`,
    `${new Date(facts.now).toISOString()} (${clock})`,
    [
      facts.isOnline ? 'online' : 'offline',
      facts.isSignedIn ? 'signed in' : 'signed out',
      ...(facts.isStopped ? ['automatic requests stopped'] : []),
    ].join(', '),
    `last successful answer: ${lastSuccess(facts.exchanges) ?? 'none'}`,
    ...Object.entries(facts.defects).map(([name, count]) => `counted as a defect: ${name} (${count})`),
    '',
    ...[...facts.exchanges].reverse().map(exchangeLine),
  ].join('\n');
}

function lastSuccess(exchanges: readonly Exchange[]): string | null {
  const last = exchanges.findLast(({ kind }) => kind === 'ok');
  return last ? new Date(last.at).toISOString() : null;
}

function exchangeLine(exchange: Exchange): string {
  const { at, method, route, status, kind, durationMs, requestId } = exchange;
  const parts = [new Date(at).toISOString(), method, route, status ?? '-', kind, `${durationMs} ms`, requestId ?? '-'];
  return parts.join(' ');
}
