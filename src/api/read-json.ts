import type * as z from 'zod/mini';
import { type Answer, MalformedAnswer } from './answer.ts';

type Schema<T> = z.ZodMiniType<T>;

/**
 * Creates an `ApiRequest.read` that parses the body of answers with these statuses. It throws MalformedAnswer with the
 * path of the first invalid field.
 */
export function readJson<T>(schema: Schema<T>, statuses: readonly number[] = [200]): (answer: Answer) => T | undefined {
  return (answer) => {
    if (!statuses.includes(answer.status)) return undefined;
    const parsed = schema.safeParse(answer.json);
    if (parsed.success) return parsed.data;
    throw new MalformedAnswer((parsed.error.issues[0]?.path ?? []).map(String).join('.'));
  };
}
