import { isJsonObject } from '#model';
import type { FieldErrors } from '../problem.ts';

/** Keys that could reach a prototype when somebody copies the result carelessly. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
/** Deeper than any form; what is nested further is left out. */
const DEEPEST = 6;

/** `errors` by dot path: `{"a.b": ["…"]}`, `{"a": "…"}` and `{"a": {"b": ["…"]}}` alike. What is not text is left out. */
export function readFieldErrors(errors: unknown): FieldErrors {
  const found: [string, readonly string[]][] = [];
  collect(errors, [], found);
  return Object.fromEntries(found);
}

function collect(errors: unknown, path: readonly string[], found: [string, readonly string[]][]): void {
  if (!isJsonObject(errors) || path.length >= DEEPEST) return;
  for (const [key, value] of Object.entries(errors)) {
    if (key.split('.').some((part) => FORBIDDEN.has(part))) continue;
    const here = [...path, key];
    const messages = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
    if (messages.length > 0) found.push([here.join('.'), messages]);
    else collect(value, here, found);
  }
}
