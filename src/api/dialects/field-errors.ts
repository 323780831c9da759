import { isJsonObject } from '#model';
import type { FieldErrors } from '../problem.ts';

/** Keys that could pollute a prototype when the result is copied. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
/** More levels than any form has. */
const MAX_DEPTH = 6;

/** The text values by dot path, from `{"a.b": ["…"]}`, `{"a": "…"}` or `{"a": {"b": ["…"]}}`. */
export function readFieldErrors(errors: unknown): FieldErrors {
  const found: [string, readonly string[]][] = [];
  collect(errors, [], found);
  return Object.fromEntries(found);
}

function collect(errors: unknown, path: readonly string[], found: [string, readonly string[]][]): void {
  if (!isJsonObject(errors) || path.length >= MAX_DEPTH) return;
  for (const [key, value] of Object.entries(errors)) {
    if (key.split('.').some((part) => FORBIDDEN.has(part))) continue;
    const here = [...path, key];
    const messages = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
    if (messages.length > 0) found.push([here.join('.'), messages]);
    else collect(value, here, found);
  }
}
