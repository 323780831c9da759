// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Picture } from './picture.ts';

const sarah = { apiBase: 'https://a.test', e164: '+13035550101', id: 't1', name: 'Sarah' };
const lee = { ...sarah, id: 't2', name: 'Lee' };

const nothing = { en: [], es: [], fr: [], ar: [] };

beforeEach(() => {
  localStorage.clear();
  vi.resetModules();
  vi.stubGlobal('START_FILES', { start: nothing, pages: [], inside: nothing });
  document.body.innerHTML = '<div id="starting"></div>';
});
afterEach(() => {
  window.earlyNotes?.stop();
  vi.unstubAllGlobals();
});

/** What stands on the page before the app has come, for whoever this device holds a session of. */
async function begin(session: object, path = '/doors', picture: object = pictureOf(sarah)): Promise<string> {
  localStorage.setItem('door-access:session', JSON.stringify(session));
  localStorage.setItem('door-access:picture', JSON.stringify(picture));
  history.replaceState(null, '', path);
  await import('./boot.ts');
  window.showPicture?.();
  return document.getElementById('starting')?.innerHTML ?? '';
}

function pictureOf(tenant: object): Picture {
  return { of: JSON.stringify(tenant), lang: 'es', dir: 'ltr', nodes: [['p', {}, ['B204']]] };
}

const signedIn = (tenant: object) => ({ kind: 'signed-in', token: 't', tenant });
const signedOut = { kind: 'signed-out', because: 'signed-out', phone: null };

describe('the picture of the doors', () => {
  it.each(['/doors', '/'])('is shown at %s to the tenant whose doors they are, in its language', async (path) => {
    expect(await begin(signedIn(sarah), path)).toBe('<p>B204</p>');
    expect(document.documentElement.lang).toBe('es');
  });

  it.each([
    ['another tenant', signedIn(lee), '/doors'],
    ['the same tenant of another server', signedIn({ ...sarah, apiBase: 'https://b.test' }), '/doors'],
    ['the same account under another number', signedIn({ ...sarah, e164: '+13035550102' }), '/doors'],
    ['nobody', signedOut, '/doors'],
    ['nobody, though a tenant is named', { ...signedOut, tenant: sarah }, '/doors'],
    ['its tenant at the page of one door', signedIn(sarah), '/doors/u1'],
    ['its tenant at their activity', signedIn(sarah), '/activity'],
  ])('is not shown to %s', async (_who, session, path) => {
    expect(await begin(session, path)).toBe('');
  });

  it('is not shown to a session without a tenant, whatever it says of itself', async () => {
    const unnamed = { ...pictureOf(sarah), of: undefined };
    expect(await begin({ kind: 'signed-in', token: 't' }, '/doors', unnamed)).toBe('');
  });
});
