import type { DialectReader } from '#api';
import { customer } from './customer.ts';
import { kordless } from './kordless.ts';

/** What a server in front of any system may speak, an operator's gateway among them; after the system's own dialect. */
export const commonDialects: readonly DialectReader[] = [customer, kordless];
