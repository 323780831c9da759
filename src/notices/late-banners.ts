import { breathe, browserOnline } from '#platform';
import { late } from '#ui';

/** The banners: fetched while there is a network, for where one is needed there may be none. */
export const lateBanners = late(async () => (await import('./banners.tsx')).Banners, {
  when: breathe,
  again: browserOnline.subscribe,
});
