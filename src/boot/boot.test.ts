// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Snapshot } from './snapshot.ts';

const sarah = { apiBase: 'https://a.test', e164: '+13035550101', id: 't1', name: 'Sarah' };
const lee = { ...sarah, id: 't2', name: 'Lee' };

const nothing = { en: [], es: [], fr: [], ar: [] };

beforeEach(() => {
  localStorage.clear();
  vi.resetModules();
  vi.stubGlobal('START_FILES', { start: nothing, pages: [], signedIn: nothing });
  document.body.innerHTML = '<div id="starting"></div>';
});
afterEach(() => {
  window.preHydrationEvents?.stop();
  delete document.documentElement.dataset.look;
  vi.unstubAllGlobals();
});

/** Runs the boot script with this stored session; resolves with the HTML of the placeholder. */
async function boot(session: object, path = '/doors', snapshot: object = snapshotOf(sarah)): Promise<string> {
  localStorage.setItem('door-access:session', JSON.stringify(session));
  localStorage.setItem('door-access:picture', JSON.stringify(snapshot));
  history.replaceState(null, '', path);
  await import('./boot.ts');
  window.showSnapshot?.();
  return document.getElementById('starting')?.innerHTML ?? '';
}

function snapshotOf(tenant: object): Snapshot {
  return { of: JSON.stringify(tenant), lang: 'es', dir: 'ltr', nodes: [['p', {}, ['B204']]] };
}

const signedIn = (tenant: object) => ({ kind: 'signed-in', token: 't', tenant });
const signedOut = { kind: 'signed-out', because: 'signed-out', phone: null };

it('shows the page in the chosen look before anything else runs', async () => {
  localStorage.setItem('door-access:look', '"dark"');
  await boot(signedOut);
  expect(document.documentElement.dataset.look).toBe('dark');
});

describe('the snapshot of the list', () => {
  it.each(['/doors', '/'])('is shown at %s to the tenant it was taken for, in its language', async (path) => {
    expect(await boot(signedIn(sarah), path)).toBe('<p>B204</p>');
    expect(document.documentElement.lang).toBe('es');
  });

  it.each([
    ['another tenant', signedIn(lee), '/doors'],
    ['the same tenant of another server', signedIn({ ...sarah, apiBase: 'https://b.test' }), '/doors'],
    ['the same account under another number', signedIn({ ...sarah, e164: '+13035550102' }), '/doors'],
    ['a signed-out person', signedOut, '/doors'],
    ['a signed-out session that names a tenant', { ...signedOut, tenant: sarah }, '/doors'],
    ['its tenant on the page of one door', signedIn(sarah), '/doors/u1'],
    ['its tenant on the activity page', signedIn(sarah), '/activity'],
  ])('is not shown to %s', async (_who, session, path) => {
    expect(await boot(session, path)).toBe('');
  });

  it('is not shown to a session without a tenant, even when the snapshot names none', async () => {
    const unnamed = { ...snapshotOf(sarah), of: undefined };
    expect(await boot({ kind: 'signed-in', token: 't' }, '/doors', unnamed)).toBe('');
  });
});
