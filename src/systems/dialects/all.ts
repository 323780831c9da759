import type { DialectReader } from '#api';
import { kisiDialect } from '../kisi/dialect.ts';
import { kissDialect } from '../kiss/dialect.ts';
import { commonDialects } from './common.ts';

/**
 * Every dialect that is known, from the one that is hardest to mistake to the one that is easiest: for whoever reads answers
 * of unknown origin (docs/explain.md). The app itself never loads this.
 */
export const allDialects: readonly DialectReader[] = [kissDialect, kisiDialect, ...commonDialects];
