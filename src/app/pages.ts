import { loadSignedInMessages } from '#i18n';
import { lateBanners } from '#notices';
import { usePlatform } from '#platform';
import type { SignedIn } from '#session';
import { late, lazyPage } from '#ui';
import type { Services } from './services.ts';

/* Each page is loaded together with its messages and whatever else it needs at once. */

const withSignedInMessages = async <T>(part: Promise<T>): Promise<T> =>
  (await Promise.all([part, loadSignedInMessages()]))[0];

export const signedInPages = lazyPage(() =>
  withSignedInMessages(import('./signed-in.tsx').then((pages) => pages.default)),
);

export const signedInMenu = lazyPage(() =>
  withSignedInMessages(import('./signed-in.tsx').then((pages) => pages.SignedInMenu)),
);

export const helpPage = lazyPage(() => withSignedInMessages(import('./help-page.tsx').then((page) => page.default)));

/** Below everything; the page is complete without it. */
export const lateFooter = late(() => import('./footer.tsx').then((footer) => footer.Footer), usePlatform);

export const notFoundPage = lazyPage(() =>
  withSignedInMessages(import('./not-found-page.tsx').then((page) => page.NotFoundPage)),
);

export const configFaultPage = lazyPage(() => import('./config-fault-page.tsx').then((page) => page.ConfigFaultPage));

const loadPages = () => Promise.all([signedInPages.load(), signedInMenu.load(), lateBanners.preload()]);

/** The pages behind sign-in, and what the system brings for them. Rejects without a network. */
export async function loadInside({ system }: Services): Promise<void> {
  await Promise.all([loadPages(), system.prepare()]);
}

/**
 * The pages behind sign-in, and what this device knows of the tenant: enough to show. What reads the next answer comes
 * while they show. Rejects without a network.
 */
export async function openInside(services: Services, session: SignedIn): Promise<void> {
  const [{ servicesFor }] = await Promise.all([import('./signed-in.tsx'), loadPages()]);
  await servicesFor(services).recall(session);
}

/** All code that is loaded later, for the gallery. Rejects without a network. */
export async function preloadAll(): Promise<void> {
  await Promise.all([loadPages(), lateFooter.preload(), helpPage.load(), notFoundPage.load(), configFaultPage.load()]);
}

/** While there is a network: help is for when there is none. */
export function preloadNext(services: Services): void {
  for (const load of [() => loadInside(services), helpPage.load]) void load().catch(() => {});
}
