import { usePlatform } from '#platform';
import { late } from '#ui';

/** The banners. Loaded early, because there may be no network when one is needed. */
export const lateBanners = late(() => import('./banners.tsx').then((banners) => banners.Banners), usePlatform);
