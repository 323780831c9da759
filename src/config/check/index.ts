import type { ConfigResult } from '../config-result.ts';
import { configSchema } from './schema.ts';

/** Checks the text of a `config.json`, and names what is wrong with it. Never throws. */
export function checkConfig(text: string): Exclude<ConfigResult, { kind: 'missing' }> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'broken', faults: [{ key: '', message: `is not JSON: ${message}` }] };
  }
  const parsed = configSchema.safeParse(json, { reportInput: false });
  if (parsed.success) return { kind: 'ok', config: parsed.data };
  const faults = parsed.error.issues.map((issue) => ({
    key: issue.path.map(String).join('.'),
    // zod/mini brings no sentences of its own; what was expected is enough for one.
    message: issue.code === 'invalid_type' ? `must be ${article(issue.expected)}` : issue.message,
  }));
  return { kind: 'broken', faults };
}

function article(expected: string): string {
  return expected === 'object' ? 'an object' : `a ${expected}`;
}
