import { expect } from 'vitest';
import type { OpenOutcome } from '#model';
import type { Evidence, Press } from './simulation.property.test-helper.ts';

/** Law 6, written independently of the app. A page that closed before the answer counts as unknown. */
const HAPPENING: Readonly<Record<OpenOutcome['kind'], string | null>> = {
  opened: 'open_successful',
  'already-open': null,
  denied: 'open_blocked',
  jammed: 'open_failure',
  'not-answered': 'open_failure',
  failed: 'open_failure',
  expired: 'open_failure',
  'not-sent': null,
  unknown: 'open_unconfirmed',
};

const happeningOf = ({ outcome }: Press) => HAPPENING[outcome?.kind ?? 'unknown'];
const targetOf = ({ door }: Press) => (door.openability.kind === 'openable' ? door.openability.target.id : '');
const wireKind = ({ door }: Press) => (door.kind === 'unit' ? 'lock' : 'entry_point');

/** Whether a report may be sent again after this status. A 200 is from a captive portal, because the API answers 201. */
const mayFollow = (seen: number | 'lost') => seen === 'lost' || seen >= 500 || [200, 401, 429].includes(seen);

/** Every due report arrived once; no report arrived that was not due or was refused. */
export function everyReportArrivedOnce({ presses, promised, accepted, unfinished, wire, ...rest }: Evidence) {
  expect(unfinished).toEqual([]);
  const keys = new Set<string>();
  for (const press of presses) {
    const happening = happeningOf(press);
    const promise = promised.get(press.id);
    expect(promise?.happening ?? null).toBe(happening);
    if (!promise) continue;
    keys.add(promise.key);
    const arrived = accepted.filter((report) => report.idempotencyKey === promise.key);
    const seen = wire.filter((sending) => sending.key === promise.key).map((sending) => sending.seen);
    const isUnsupported = happening === 'open_unconfirmed' && !rest.knowsUnconfirmed;
    if (isUnsupported) {
      expect(arrived).toEqual([]);
      expect([404, 422]).toContain(seen.at(-1));
      continue;
    }
    // The 404 is an injected fault; the report may have arrived before, when its answer was lost.
    if (seen.at(-1) === 404) expect(arrived.length).toBeLessThanOrEqual(1);
    else expect(arrived).toHaveLength(1);
    for (const report of arrived) {
      expect(report).toMatchObject({
        tenantId: press.tenantId,
        key: `${wireKind(press)}.${happening}`,
        happenedAt: promise.happenedAt,
        kind: wireKind(press),
        doorId: promise.target.id,
      });
    }
  }
  expect(keys.size).toBe(promised.size);
  expect(accepted.filter((report) => !keys.has(report.idempotencyKey ?? ''))).toEqual([]);
}

/** Every attempt was the same, and followed only an attempt without a final answer. */
export function everyTryWasTheSame({ wire, brokenPromises }: Evidence) {
  expect(brokenPromises).toEqual([]);
  for (const [index, sending] of wire.entries()) {
    expect(sending.isBeside).toBe(false);
    const before = wire.slice(0, index).findLast((earlier) => earlier.key === sending.key);
    if (!before) continue;
    expect([sending.path, sending.body]).toEqual([before.path, before.body]);
    expect(mayFollow(before.seen)).toBe(true);
  }
}

/** Every reported success opened the door, and no door opened more often than it was pressed. */
export function everySuccessWasOne({ presses, accepted, openings }: Evidence) {
  const doors = new Set(presses.map((press) => `${wireKind(press)} ${targetOf(press)}`));
  for (const door of doors) {
    const moved = openings.filter(({ kind, id }) => `${kind} ${id}` === door).length;
    const pressed = presses.filter((press) => `${wireKind(press)} ${targetOf(press)}` === door).length;
    const successes = accepted.filter(
      ({ kind, doorId, key }) => `${kind} ${doorId}` === door && key === `${kind}.open_successful`,
    ).length;
    expect(successes).toBeLessThanOrEqual(moved);
    expect(moved).toBeLessThanOrEqual(pressed);
  }
  expect(openings.filter(({ kind, id }) => !doors.has(`${kind} ${id}`))).toEqual([]);
}

/** The reports of each door arrived in the order of its presses. */
export function everyDoorWasInOrder({ presses, promised, accepted }: Evidence) {
  const place = new Map(presses.map(({ id }, nth) => [promised.get(id)?.key ?? id, nth]));
  const last = new Map<string, number>();
  for (const { kind, doorId, idempotencyKey } of accepted) {
    const nth = place.get(idempotencyKey ?? '') ?? -1;
    const door = `${kind} ${doorId}`;
    expect(nth).toBeGreaterThan(last.get(door) ?? -1);
    last.set(door, nth);
  }
}

/** Every report carried the token of the tenant who pressed. */
export function everyTokenWasTheirOwn({ presses, promised, wire, owner }: Evidence) {
  const presser = new Map(presses.map(({ id, tenantId }) => [promised.get(id)?.key ?? id, tenantId]));
  for (const { key, token } of wire) expect(owner(token)).toBe(presser.get(key));
}

/** Law 4: how long after its press a command may act. Ms. */
const MAY_ACT_FOR_MS = 10_000;
/** The server's clock has a resolution of one second. Ms. */
const CLOCK_ERROR_MS = 1_000;
/** Law 3. Ms. */
const RESEND_WITHIN_MS = 3_000;

/**
 * Laws 1 and 4: one press makes one command with its own key, in the same task. Nothing else makes a command, and a press
 * while a command is in flight makes none.
 */
export function everyPressHadAKeyOfItsOwn({ presses, taps, overlapping, commands }: Evidence) {
  expect(overlapping).toEqual([]);
  const outcomeOf = new Map(presses.map(({ id, outcome }) => [id, outcome]));
  for (const { pressId, sent } of taps) {
    const isRefused = pressId !== null && outcomeOf.get(pressId)?.kind === 'not-sent';
    if (pressId === null) expect(sent).toEqual([]);
    else if (isRefused) expect(sent.length).toBeLessThanOrEqual(1);
    else expect(sent).toHaveLength(1);
  }
  expect(taps.flatMap(({ pressId }) => pressId ?? [])).toEqual(presses.map(({ id }) => id));

  const made = taps.flatMap(({ sent }) => sent);
  const keys = new Set(made.map(({ key }) => key));
  expect(keys.size).toBe(made.length);
  expect(commands.filter(({ key }) => !keys.has(key))).toEqual([]);
  for (const { key, at, notAfter } of made) {
    expect(key).toMatch(/^[0-9a-f-]{36}$/);
    expect(Math.abs(notAfter - at - MAY_ACT_FOR_MS)).toBeLessThanOrEqual(CLOCK_ERROR_MS);
  }
}

/** Law 3: a command is sent at most twice, by the same page, unchanged, and only when no answer came. */
export function everyResendWasTheSame({ taps, commands }: Evidence) {
  const made = new Set(taps.flatMap(({ sent }) => sent));
  const resent = commands.filter((command) => !made.has(command));
  expect(new Set(resent.map(({ key }) => key)).size).toBe(resent.length);
  for (const { key, at, from, path, token, body } of resent) {
    const first = [...made].find((command) => command.key === key);
    expect({ path, token, body }).toEqual({ path: first?.path, token: first?.token, body: first?.body });
    expect(from).toBe(first?.from);
    expect(first?.seen).toBe('lost');
    expect(at - (first?.at ?? 0)).toBeLessThan(RESEND_WITHIN_MS);
  }
}
