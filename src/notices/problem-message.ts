import type { ApiProblem } from '#api';
import type { Messages } from '#i18n';

/** What the person reads about a failure; from its kind, never from the server's wording. Each names a next step. */
export function problemMessage(t: Messages, problem: ApiProblem): string {
  switch (problem.kind) {
    case 'unauthenticated':
      return t.problems.unauthenticated;
    case 'forbidden':
      return t.problems.forbidden;
    case 'not-found':
      return t.problems.notFound;
    case 'conflict':
      return t.problems.conflict;
    case 'invalid':
      return t.problems.invalid;
    case 'rate-limited':
      return t.problems.rateLimited;
    case 'unavailable':
      if (problem.origin === 'local') return t.problems.trouble;
      if (problem.origin === 'network') return t.problems.network;
      return problem.origin === 'timeout' ? t.problems.timeout : t.problems.unavailable;
    case 'unsupported':
      return t.problems.unsupported;
    case 'rejected':
      return t.problems.rejected;
    case 'malformed':
      return t.problems.malformed;
  }
}
