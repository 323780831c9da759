import type { ApiProblem } from '#api';
import type { Messages } from '#i18n';

/** The message about a failure, which names a next step. Derived from the problem kind, never from the server's text. */
export function problemMessage({ problems }: Messages, { kind, origin }: ApiProblem): string {
  switch (kind) {
    case 'not-found':
      return problems.notFound;
    case 'rate-limited':
      return problems.rateLimited;
    case 'unavailable':
      if (origin === 'local') return problems.trouble;
      return origin === 'answer' ? problems.unavailable : problems[origin];
    default:
      return problems[kind];
  }
}
