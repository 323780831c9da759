import { type ComponentType, useEffect, useState } from 'react';
import { breathe, browserOnline } from '#platform';

let loaded: ComponentType | null = null;

/** Fetches the banners ahead: where one is needed there may be no network. Rejects without one. */
export async function preloadBanners(): Promise<void> {
  loaded ??= (await import('./banners.tsx')).Banners;
}

/** The banners, fetched as soon as the page stands, and tried again with each return of the network. */
export function LateBanners() {
  const [known, setKnown] = useState({ Banners: loaded });
  useEffect(() => {
    const load = () => {
      void preloadBanners().then(
        () => setKnown({ Banners: loaded }),
        () => {},
      );
    };
    void breathe().then(load);
    return browserOnline.subscribe(load);
  }, []);
  return known.Banners ? <known.Banners /> : null;
}
