import type { DialectReader } from '#api';
import { kisiDialect } from '../kisi/dialect.ts';
import { kissDialect } from '../kiss/dialect.ts';
import { commonDialects } from './common.ts';

/** All dialects, most specific first, for answers of unknown origin (docs/explain.md). Not loaded by the app. */
export const allDialects: readonly DialectReader[] = [kissDialect, kisiDialect, ...commonDialects];
