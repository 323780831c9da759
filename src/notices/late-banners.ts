import { usePlatform } from '#platform';
import { late } from '#ui';

/** The banners: fetched while there is a network, for where one is needed there may be none. */
export const lateBanners = late(() => import('./banners.tsx').then((banners) => banners.Banners), usePlatform);
