import type { DialectReader } from '#api';
import { customer } from './customer.ts';
import { kordless } from './kordless.ts';

/** Dialects of servers in front of any system, such as a gateway. Tried after the system's own dialect. */
export const commonDialects: readonly DialectReader[] = [customer, kordless];
