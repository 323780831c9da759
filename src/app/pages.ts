import { loadSignedInMessages } from '#i18n';
import { lateBanners } from '#notices';
import { usePlatform } from '#platform';
import type { SignedIn } from '#session';
import { late, lazyPage } from '#ui';
import type { Services } from './services.ts';

/* Each page is loaded together with its messages. */

const withSignedInMessages = async <T>(part: Promise<T>): Promise<T> =>
  (await Promise.all([part, loadSignedInMessages()]))[0];

export const signedInPages = lazyPage(() =>
  withSignedInMessages(import('./signed-in.tsx').then((pages) => pages.default)),
);

export const signedInMenu = lazyPage(() =>
  withSignedInMessages(import('./signed-in.tsx').then((pages) => pages.SignedInMenu)),
);

export const helpPage = lazyPage(() => withSignedInMessages(import('./help-page.tsx').then((page) => page.default)));

export const lateFooter = late(() => import('./footer.tsx').then((footer) => footer.Footer), usePlatform);

export const notFoundPage = lazyPage(() =>
  withSignedInMessages(import('./not-found-page.tsx').then((page) => page.NotFoundPage)),
);

export const configFaultPage = lazyPage(() => import('./config-fault-page.tsx').then((page) => page.ConfigFaultPage));

const loadPages = () => Promise.all([signedInPages.load(), signedInMenu.load(), lateBanners.preload()]);

/** Loads the code of the signed-in pages and of the system. Rejects without a network. */
export async function loadSignedInPages({ system }: Services): Promise<void> {
  await Promise.all([loadPages(), system.prepare()]);
}

/**
 * Loads what the first signed-in page needs to render: its code and the stored list. The code that reads responses loads
 * later. Rejects without a network.
 */
export async function prepareSignedInPages(services: Services, session: SignedIn): Promise<void> {
  const [{ servicesFor }] = await Promise.all([import('./signed-in.tsx'), loadPages()]);
  await servicesFor(services).restore(session);
}

/** Loads all lazy code, for the gallery. Rejects without a network. */
export async function preloadAll(): Promise<void> {
  await Promise.all([loadPages(), lateFooter.preload(), helpPage.load(), notFoundPage.load(), configFaultPage.load()]);
}

/** Preloads the next pages. Help is among them because it must open without a network. */
export function preloadNext(services: Services): void {
  for (const load of [() => loadSignedInPages(services), helpPage.load]) void load().catch(() => {});
}
