import { describe, expect, it } from 'vitest';
import type { Exchange } from '#api';
import { type HelpFacts, helpReport } from './help-report.ts';

const at = Date.UTC(2026, 4, 14, 10, 31);
const exchange = (more: Partial<Exchange> = {}): Exchange => ({
  at,
  method: 'GET',
  route: '/tenant/access',
  status: 200,
  kind: 'ok',
  durationMs: 84,
  requestId: 'r-1',
  ...more,
});
const report = (more: Partial<HelpFacts> = {}) =>
  helpReport({
    brand: 'Front Range',
    version: '1.2.3',
    apiBase: 'https://kiss.test/api/v2',
    isOnline: true,
    isSignedIn: true,
    now: at + 60_000,
    ahead: null,
    isStopped: false,
    defects: {},
    exchanges: [],
    ...more,
  }).split('\n');

describe('the report for support', () => {
  it('names the app, the time and the state', () => {
    expect(report()).toEqual([
      'Front Range, version 1.2.3, API https://kiss.test/api/v2',
      '2026-05-14T10:32:00.000Z (server time unknown)',
      'online, signed in',
      'last successful answer: none',
      '',
    ]);
  });

  it('reports a clock offset, a missing network and stopped automatic requests', () => {
    const lines = report({ ahead: -3_600_400, isOnline: false, isSignedIn: false, isStopped: true });
    expect(lines[1]).toContain('server ahead by -3600 s');
    expect(lines[2]).toBe('offline, signed out, automatic requests stopped');
  });

  it('lists each defect with its count', () => {
    const lines = report({ defects: { 'crash page TypeError': 2, 'GET /tenant/access malformed 200 data.units': 1 } });
    expect(lines.slice(4)).toEqual([
      'counted as a defect: crash page TypeError (2)',
      'counted as a defect: GET /tenant/access malformed 200 data.units (1)',
      '',
    ]);
  });

  it('lists requests with their results, newest first', () => {
    const lost = exchange({
      at: at + 5_000,
      method: 'POST',
      route: '/locks/{id}/logs',
      status: null,
      kind: 'unavailable',
    });
    expect(report({ exchanges: [exchange(), { ...lost, requestId: null }] }).slice(3)).toEqual([
      'last successful answer: 2026-05-14T10:31:00.000Z',
      '',
      '2026-05-14T10:31:05.000Z POST /locks/{id}/logs - unavailable 84 ms -',
      '2026-05-14T10:31:00.000Z GET /tenant/access 200 ok 84 ms r-1',
    ]);
  });
});
