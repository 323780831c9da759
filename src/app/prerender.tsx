import { prerender } from 'react-dom/static';
import { UNBRANDED } from '#config';
import { setLocale, setLocalePreferences } from '#i18n';
import { createClock, createMemoryLocation, createMemoryPlatform } from '#platform';
import { routes } from '#routes';
import { loadSystem } from '#systems';
import { App } from './app.tsx';
import { createServices } from './services.ts';

/** The sign-in page as HTML, in English and without a brand. The build imports this module and writes it to index.html. */
export const signInHtml = await prerenderSignIn();

async function prerenderSignIn(): Promise<string> {
  const location = createMemoryLocation(routes.phone);
  const platform = createMemoryPlatform(createClock(globalThis), { location });
  setLocalePreferences(platform);
  await setLocale('en');
  const services = createServices(UNBRANDED, await loadSystem(UNBRANDED.system), platform);
  const { prelude } = await prerender(<App services={services} hydrates />);
  return new Response(prelude).text();
}
