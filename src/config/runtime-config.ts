import type * as z from 'zod/mini';
import type { configSchema } from './check/schema.ts';

export type RuntimeConfig = z.infer<typeof configSchema>;
export type Brand = RuntimeConfig['brand'];
export type Legal = RuntimeConfig['legal'];
export type SiteLocation = RuntimeConfig['locations'][string];
export type Support = RuntimeConfig['support'];
