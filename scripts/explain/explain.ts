import { type Answer, type AnswerSource, BodyReadError, readAnswer } from '../../src/api/answer.ts';
import { parseErrorResponse } from '../../src/api/parse-error-response.ts';
import type { FieldErrors, ProblemKind } from '../../src/api/problem.ts';
import { allDialects } from '../../src/systems/dialects/all.ts';

/** A recorded answer, with defaults for missing parts. */
type RecordedAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** How the app would classify an error answer. */
export type ExplainedProblem = {
  readonly kind: ProblemKind;
  readonly status: number;
  /** The server's own message. */
  readonly message: string | null;
  readonly code: string | null;
  readonly fieldErrors: FieldErrors;
  /** Without an upper limit; null when the answer has no time. */
  readonly retryAfterSeconds: number | null;
};

/** `problem` is null for a success. */
type Explained = { readonly id: string | number; readonly problem: ExplainedProblem | null };

/** The file does not have the documented format. The message tells its author what to correct. */
export class InvalidRecording extends Error {}

/**
 * Classifies recorded answers with the code of the app (docs/explain.md). The `now` of the file is the time of the answers.
 *
 * @throws InvalidRecording
 */
export async function explain(file: unknown): Promise<readonly Explained[]> {
  const { now, cases } = recordOf(file, 'The file must contain an object with "now" and "cases".');
  const at = typeof now === 'string' ? Date.parse(now) : Number.NaN;
  if (Number.isNaN(at)) throw new InvalidRecording('"now" must be a date-time such as "2026-05-14T10:31:25Z".');
  if (!Array.isArray(cases)) throw new InvalidRecording('"cases" must be a list of recorded answers.');
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
  const answer = await readAnswer(source).catch(nullIfLost);
  if (!answer) return { kind: 'unavailable', status, ...NO_DETAILS };
  if (isSuccess(answer)) return null;
  const { kind, message, code, fieldErrors, retryAfterSeconds } = parseErrorResponse(answer, now, allDialects);
  return { kind, status, message, code, fieldErrors, retryAfterSeconds };
}

const NO_DETAILS = { message: null, code: null, fieldErrors: {}, retryAfterSeconds: null } as const;

/** The app treats a success whose body is too long like one with a broken body. */
function nullIfLost(error: unknown): null {
  if (error instanceof BodyReadError) return null;
  throw error;
}

/** A JSON object or list, or one of the statuses that never have a body (RFC 9110, sections 15.3.5 and 15.3.6). */
function isSuccess({ status, json }: Answer): boolean {
  if (status < 200 || status > 299) return false;
  return status === 204 || status === 205 || (typeof json === 'object' && json !== null);
}

function recordedAnswer(response: unknown, name: string | number): RecordedAnswer {
  const { status, headers, body } = recordOf(response, `"response" of ${name} must be an object.`);
  return { status: statusOf(status), headers: textsOf(headers), body: typeof body === 'string' ? body : '' };
}

/** An invalid status becomes 0, the status of an opaque response in a browser, which the app treats as malformed. */
function statusOf(recorded: unknown): number {
  const status = Number(recorded);
  return Number.isInteger(status) ? status : 0;
}

function textsOf(headers: unknown): Readonly<Record<string, string>> {
  if (typeof headers !== 'object' || headers === null) return {};
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

/** Skips header fields that HTTP does not allow. */
function headersOf(recorded: Readonly<Record<string, string>>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(recorded)) {
    try {
      headers.append(name, value);
    } catch {}
  }
  return headers;
}

function recordOf(value: unknown, message: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new InvalidRecording(message);
  return value as Readonly<Record<string, unknown>>;
}
