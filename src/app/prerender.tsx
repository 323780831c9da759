import { prerender } from 'react-dom/static';
import { UNBRANDED } from '#config';
import { setLocale, setLocalePreferences } from '#i18n';
import { createClock, createMemoryLocation, createMemoryPlatform } from '#platform';
import { routes } from '#routes';
import { loadSystem } from '#systems';
import { App } from './app.tsx';
import { createServices } from './services.ts';

/**
 * The sign-in as a page without a browser, in English and without a brand: what the build writes into index.html, for the
 * app to take over. Rendered as it is imported, in the build.
 */
export const signInHtml = await prerenderSignIn();

async function prerenderSignIn(): Promise<string> {
  const location = createMemoryLocation(routes.phone);
  const platform = createMemoryPlatform(createClock(globalThis), { location });
  setLocalePreferences(platform);
  await setLocale('en');
  const services = createServices(UNBRANDED, await loadSystem(UNBRANDED.system), platform);
  const { prelude } = await prerender(<App services={services} takesOver />);
  return new Response(prelude).text();
}
