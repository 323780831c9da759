import { type Answer, type AnswerSource, BodyReadError, readAnswer } from '../../src/api/answer.ts';
import { parseErrorResponse } from '../../src/api/parse-error-response.ts';
import type { FieldErrors, ProblemKind } from '../../src/api/problem.ts';
import { allDialects } from '../../src/systems/dialects/all.ts';

/** One answer as somebody recorded it; any part may be missing. */
type RecordedAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** What the app would make of it: nothing for a good answer. */
export type ExplainedProblem = {
  readonly kind: ProblemKind;
  readonly status: number;
  /** The server's own message for people. */
  readonly message: string | null;
  readonly code: string | null;
  readonly fieldErrors: FieldErrors;
  /** Whole seconds, not capped; null where nobody named a time. */
  readonly retryAfterSeconds: number | null;
};

/** `id` as it was recorded. */
type Explained = { readonly id: string | number; readonly problem: ExplainedProblem | null };

/** Answers that cannot be read, and why, for whoever wrote the file. */
export class NotRecorded extends Error {}

/**
 * Reads recorded answers with the code that reads real ones (docs/explain.md). `now` of the file stands for the moment of
 * the answers. Throws NotRecorded with a sentence.
 */
export async function explain(file: unknown): Promise<readonly Explained[]> {
  const { now, cases } = recordOf(file, 'The file must hold an object with "now" and "cases".');
  const at = typeof now === 'string' ? Date.parse(now) : Number.NaN;
  if (Number.isNaN(at)) throw new NotRecorded('"now" must be a date-time such as "2026-05-14T10:31:25Z".');
  if (!Array.isArray(cases)) throw new NotRecorded('"cases" must be a list of recorded answers.');
  return Promise.all(cases.map((one: unknown, nth) => explainCase(one, nth, at)));
}

async function explainCase(recorded: unknown, nth: number, now: number): Promise<Explained> {
  const { id, response } = recordOf(recorded, `Case ${nth + 1} must be an object.`);
  const name = typeof id === 'string' || typeof id === 'number' ? id : `case ${nth + 1}`;
  return { id: name, problem: await explainAnswer(recordedAnswer(response, name), now) };
}

/** `now` is epoch ms. Never throws. */
export async function explainAnswer(recorded: RecordedAnswer, now: number): Promise<ExplainedProblem | null> {
  const { status, body } = recorded;
  const source: AnswerSource = { status, headers: headersOf(recorded.headers), body: new Response(body).body };
  const answer = await readAnswer(source).catch(lost);
  if (!answer) return { kind: 'unavailable', status, ...NO_DETAILS };
  if (isGood(answer)) return null;
  const { kind, message, code, fieldErrors, retryAfterSeconds } = parseErrorResponse(answer, now, allDialects);
  return { kind, status, message, code, fieldErrors, retryAfterSeconds };
}

const NO_DETAILS = { message: null, code: null, fieldErrors: {}, retryAfterSeconds: null } as const;

/** To the app, a good answer whose body is too long is one that never came to its end. */
function lost(error: unknown): null {
  if (error instanceof BodyReadError) return null;
  throw error;
}

/**
 * JSON that says something, or the two statuses that say nothing on purpose: whatever was recorded as their body, HTTP
 * carries none (RFC 9110, 15.3.5 and 15.3.6).
 */
function isGood({ status, json }: Answer): boolean {
  if (status < 200 || status > 299) return false;
  return status === 204 || status === 205 || (typeof json === 'object' && json !== null);
}

function recordedAnswer(response: unknown, name: string | number): RecordedAnswer {
  const { status, headers, body } = recordOf(response, `"response" of ${name} must be an object.`);
  return { status: statusOf(status), headers: textsOf(headers), body: typeof body === 'string' ? body : '' };
}

/** What is no status stands as 0, which is what a browser gives of an answer that it hides: malformed. */
function statusOf(recorded: unknown): number {
  const status = Number(recorded);
  return Number.isInteger(status) ? status : 0;
}

function textsOf(headers: unknown): Readonly<Record<string, string>> {
  if (typeof headers !== 'object' || headers === null) return {};
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

/** What no HTTP message could have carried is left out. */
function headersOf(recorded: Readonly<Record<string, string>>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(recorded)) {
    try {
      headers.append(name, value);
    } catch {}
  }
  return headers;
}

function recordOf(value: unknown, otherwise: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new NotRecorded(otherwise);
  return value as Readonly<Record<string, unknown>>;
}
