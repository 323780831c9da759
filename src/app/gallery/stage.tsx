import { createRoot, type Root } from 'react-dom/client';
import type { RuntimeConfig } from '#config';
import { checkConfig } from '#config/check';
import { loadSystem } from '#systems';
import { App } from '../app.tsx';
import { ConfigFaultPage } from '../config-fault-page.tsx';
import { CrashedPage } from '../error-boundary.tsx';
import { Loading } from '../layout.tsx';
import { helpPage, lateFooter, loadInside, notFoundPage } from '../pages.ts';
import { createServices, type Services } from '../services.ts';
import { forgetHistory, writeHistory } from './history.ts';
import { holdTime } from './hold-time.ts';
import { galleryConfig, soundServer } from './sound-server.ts';
import type { GalleryState, Reply } from './state.ts';
import { takeSteps } from './take-steps.ts';

/** Shows one state: the real app, in a fresh browser store, before a server that says what the state wants. */
export async function stage(host: HTMLElement, state: GalleryState): Promise<void> {
  localStorage.clear();
  sessionStorage.clear();
  await forgetHistory();
  window.fetch = serverOf(state);
  const callOffTheRest = holdTime();
  if (state.isOffline) Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
  const writeText = async () => {
    if (state.copies === false) throw new DOMException('not allowed', 'NotAllowedError');
  };
  // The browser's own takes nothing from a page that happens to be without focus.
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  const root = createRoot(host);
  const checked = checkConfig(JSON.stringify({ ...galleryConfig, ...state.config }));
  if (!showsInPlaceOfTheApp(root, state)) {
    if (checked.kind === 'ok') await showApp(root, state, checked.config);
    else if (checked.kind === 'broken') root.render(<ConfigFaultPage fault={checked} onRetry={() => {}} />);
  }
  await takeSteps(state.steps ?? [], state.until);
  callOffTheRest();
}

/** Pages of which there is one state each, and which no server can bring about. */
function showsInPlaceOfTheApp(root: Root, { name }: GalleryState): boolean {
  switch (name) {
    case 'config/missing':
      root.render(<ConfigFaultPage fault={{ kind: 'missing', status: 503 }} onRetry={() => {}} />);
      return true;
    case 'crashed/only':
      root.render(<CrashedPage />);
      return true;
    case 'no-words/only':
      document.documentElement.dataset.start = 'lost';
      return true;
    case 'loading/only':
      root.render(<Loading />);
      return true;
    default:
      return false;
  }
}

async function showApp(root: Root, state: GalleryState, config: RuntimeConfig): Promise<void> {
  const services = createServices(config, await loadSystem(config.system));
  const tenant = { apiBase: services.apiBase, e164: '+13035550101', id: 'u', name: 'Ada' };
  const phone = { country: 'US', national: '(303) 555-0101' };
  const signIn = (token: string, at: number) =>
    services.sessions.send({ type: 'signed-in', token, tenant, phone, accounts: 2, at });
  const refuse = () => {
    const session = services.sessions.get();
    if (session.kind === 'signed-in') services.actions.endSession(session.credential);
  };
  const now = Date.now();
  if (state.as !== undefined) signIn('1|gallery', now);
  if (state.as === 'expired' || state.as === 'rejected-again') refuse();
  if (state.as === 'rejected-again') {
    signIn('2|gallery', now);
    refuse();
  }
  if (state.hasHistory) await writeHistory(tenant, now);
  await loadAll(services);
  history.replaceState(null, '', state.path);
  root.render(<App services={services} />);
}

/** All that comes late otherwise, so that a state is complete once it is reached. */
async function loadAll(services: Services): Promise<void> {
  await Promise.all([loadInside(services), lateFooter.preload(), helpPage.load(), notFoundPage.load()]);
}

/** Answers as the state says, and as the sound server does where it says nothing. */
function serverOf({ replies = {} }: GalleryState): typeof fetch {
  const asked = new Map<string, number>();
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, location.origin);
    const route = `${init?.method ?? 'GET'} ${url.pathname}`;
    const nth = asked.get(route) ?? 0;
    asked.set(route, nth + 1);
    const said = replies[route] ?? soundServer[route];
    const reply = Array.isArray(said) ? (said[Math.min(nth, said.length - 1)] as Reply) : (said as Reply | undefined);
    if (reply === 'no-network') throw new TypeError('Failed to fetch');
    if (reply === 'never') return new Promise<Response>((_, fail) => onAbort(init?.signal, fail));
    if (reply === undefined) return new Response('{}', { status: 404 });
    return Response.json(reply.body ?? {}, { status: reply.status, headers: reply.headers ?? {} });
  };
}

function onAbort(signal: AbortSignal | null | undefined, fail: (reason: unknown) => void): void {
  signal?.addEventListener('abort', () => fail(signal.reason));
}
