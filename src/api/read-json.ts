import type * as z from 'zod/mini';
import { type Answer, AnswerOffContract } from './answer.ts';

type Schema<T> = z.ZodMiniType<T>;

/**
 * A reader for answers of these statuses that parses the body once, at the edge. Throws AnswerOffContract with the path
 * of the first thing that is wrong.
 */
export function readJson<T>(schema: Schema<T>, statuses: readonly number[] = [200]): (answer: Answer) => T | undefined {
  return (answer) => {
    if (!statuses.includes(answer.status)) return undefined;
    const parsed = schema.safeParse(answer.json);
    if (parsed.success) return parsed.data;
    throw new AnswerOffContract((parsed.error.issues[0]?.path ?? []).map(String).join('.'));
  };
}
