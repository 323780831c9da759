import { prerender } from 'react-dom/static';
import { Router } from 'wouter';
import { UNBRANDED } from '#config';
import { speak } from '#i18n';
import { loadSystem } from '#systems';
import { App } from './app.tsx';
import { createServices } from './services.ts';

/**
 * The sign-in as a page without a browser, in English and without a brand: what the build writes into index.html, for the
 * app to take over. Rendered as it is imported, in the build, where `location` and `navigator` are stand-ins.
 */
export const signInHtml = await prerenderSignIn();

async function prerenderSignIn(): Promise<string> {
  await speak('en');
  const services = createServices(UNBRANDED, await loadSystem(UNBRANDED.system));
  const { prelude } = await prerender(
    <Router ssrPath="/sign-in">
      <App services={services} takesOver />
    </Router>,
  );
  return new Response(prelude).text();
}
