// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { createFacility, frozenTime } from '#facility';
import { createDemoTime } from '../time.ts';
import { createPhone } from './phone.ts';
import { createRadio } from './radio.ts';
import { createRequestsLog } from './requests.ts';

/** A phone and a facility in a time that only jumps. */
function createHarness() {
  const time = createDemoTime(Date.parse('2026-02-13T19:00:00Z'), frozenTime(0));
  const facility = createFacility({ now: time.now, setTimer: time.setTimer });
  const phone = createPhone();
  const requests = createRequestsLog(time, phone.tab);
  const radio = createRadio({ facility, time, requests, config: { system: 'kiss' } });
  return { time, facility, requests, radio };
}

const HEALTH = '/api/v2/health';

describe('the phone’s radio', () => {
  it('takes half of the latency in each direction', async () => {
    const { time, requests, radio } = createHarness();
    radio.setLatencyMs(400);
    const answer = radio.fetch(HEALTH);
    expect(requests.list()).toMatchObject([{ path: HEALTH, method: 'GET', status: null, durationMs: null }]);
    time.jump(200);
    await Promise.resolve();
    await settle(() => time.jump(200));
    expect((await answer).status).toBe(200);
    expect(requests.list()).toMatchObject([{ status: 200, durationMs: 400 }]);
  });

  it('sends nothing while disconnected, and rejects with the error of a browser', async () => {
    const { radio, requests, facility } = createHarness();
    radio.setOnline(false);
    await expect(radio.fetch(HEALTH)).rejects.toBeInstanceOf(TypeError);
    expect(facility.journal.requests).toEqual([]);
    expect(requests.list()).toMatchObject([{ status: null }]);
  });

  it('rejects pending requests when it disconnects, even if the facility has received them', async () => {
    const { time, radio, facility } = createHarness();
    const answer = radio.fetch(HEALTH);
    answer.catch(() => {});
    time.jump(80);
    await settle(() => {});
    radio.setOnline(false);
    await expect(answer).rejects.toThrow('Failed to fetch');
    expect(facility.journal.requests).toHaveLength(1);
  });

  it('rejects with the caller’s reason on abort, and does not send a request that was aborted before', async () => {
    const { radio, facility } = createHarness();
    const off = new AbortController();
    const answer = radio.fetch(HEALTH, { signal: off.signal });
    off.abort(new Error('enough'));
    await expect(answer).rejects.toThrow('enough');
    await expect(radio.fetch(HEALTH, { signal: off.signal })).rejects.toThrow('enough');
    expect(facility.journal.requests).toEqual([]);
  });

  it('returns the app’s configuration even while disconnected', async () => {
    const { radio } = createHarness();
    radio.setOnline(false);
    expect(await (await radio.fetch('config.json')).json()).toEqual({ system: 'kiss' });
  });

  it('notifies once of each change', () => {
    const { radio } = createHarness();
    let notified = 0;
    radio.subscribe(() => {
      notified += 1;
    });
    radio.setOnline(false);
    radio.setOnline(false);
    radio.setLatencyMs(900);
    expect([notified, radio.latencyMs()]).toEqual([2, 900]);
  });
});

/** Settles pending promises before and after `move`. */
async function settle(move: () => void): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  move();
  await new Promise((resolve) => setTimeout(resolve));
}
