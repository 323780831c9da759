// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { createFacility, frozenTime } from '#facility';
import { createDemoTime } from '../time.ts';
import { createPhone } from './phone.ts';
import { createRadio } from './radio.ts';
import { createRequestsLog } from './requests.ts';

/** A phone in front of a facility, in a time that only jumps. */
function createLab() {
  const time = createDemoTime(Date.parse('2026-02-13T19:00:00Z'), frozenTime(0));
  const facility = createFacility({ now: time.now, setTimer: time.setTimer });
  const phone = createPhone();
  const requests = createRequestsLog(time, phone.tab);
  const radio = createRadio({ facility, time, requests, config: { system: 'kiss' } });
  return { time, facility, requests, radio };
}

const HEALTH = '/api/v2/health';

describe('the phone’s radio', () => {
  it('brings a request to the facility and its answer back, in the time that the network takes', async () => {
    const { time, requests, radio } = createLab();
    radio.setLatencyMs(400);
    const answer = radio.fetch(HEALTH);
    expect(requests.list()).toMatchObject([{ path: HEALTH, method: 'GET', status: null, durationMs: null }]);
    time.jump(200);
    await Promise.resolve();
    await passed(() => time.jump(200));
    expect((await answer).status).toBe(200);
    expect(requests.list()).toMatchObject([{ status: 200, durationMs: 400 }]);
  });

  it('sends nothing without a network, and says what a browser says', async () => {
    const { radio, requests, facility } = createLab();
    radio.setOnline(false);
    await expect(radio.fetch(HEALTH)).rejects.toBeInstanceOf(TypeError);
    expect(facility.journal.requests).toEqual([]);
    expect(requests.list()).toMatchObject([{ status: null }]);
  });

  it('loses what is on its way when the network goes, though the facility has heard it', async () => {
    const { time, radio, facility } = createLab();
    const answer = radio.fetch(HEALTH);
    answer.catch(() => {});
    time.jump(80);
    await passed(() => {});
    radio.setOnline(false);
    await expect(answer).rejects.toThrow('Failed to fetch');
    expect(facility.journal.requests).toHaveLength(1);
  });

  it('ends with the caller’s own reason when it is called off, and does not send what was called off before', async () => {
    const { radio, facility } = createLab();
    const off = new AbortController();
    const answer = radio.fetch(HEALTH, { signal: off.signal });
    off.abort(new Error('enough'));
    await expect(answer).rejects.toThrow('enough');
    await expect(radio.fetch(HEALTH, { signal: off.signal })).rejects.toThrow('enough');
    expect(facility.journal.requests).toEqual([]);
  });

  it('has the app’s configuration at hand, network or not', async () => {
    const { radio } = createLab();
    radio.setOnline(false);
    expect(await (await radio.fetch('config.json')).json()).toEqual({ system: 'kiss' });
  });

  it('tells of every change, once', () => {
    const { radio } = createLab();
    let told = 0;
    radio.subscribe(() => {
      told += 1;
    });
    radio.setOnline(false);
    radio.setOnline(false);
    radio.setLatencyMs(900);
    expect([told, radio.latencyMs()]).toEqual([2, 900]);
  });
});

/** Lets promises that are kept already go on, then moves the time. */
async function passed(move: () => void): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  move();
  await new Promise((resolve) => setTimeout(resolve));
}
