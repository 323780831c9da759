// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { kindOfStatus, type ProblemOrigin } from '#api';
import { aProblem } from '#api/test-helpers';
import { getLocale } from '#i18n';
import { problemMessage } from './problem-message.ts';

const t = getLocale().messages;
const of = (status: number, origin: ProblemOrigin = 'answer') =>
  problemMessage(t, aProblem(kindOfStatus(status), { origin, status, serverMessage: 'SQLSTATE[42]' }));

describe('the message for a failure', () => {
  it.each([
    [401, t.problems.unauthenticated],
    [403, t.problems.forbidden],
    [404, t.problems.notFound],
    [410, t.problems.notFound],
    [409, t.problems.conflict],
    [422, t.problems.invalid],
    [429, t.problems.rateLimited],
    [500, t.problems.unavailable],
    [501, t.problems.unsupported],
    [400, t.problems.rejected],
    [204, t.problems.malformed],
  ])('of %i depends on its kind', (status, text) => {
    expect(of(status)).toBe(text);
  });

  it('differs for a lost network and a slow server', () => {
    expect(new Set([of(503), of(503, 'network'), of(503, 'timeout')]).size).toBe(3);
    expect(of(503, 'network')).toBe(t.problems.network);
  });

  it('says what happened, and then what to do', () => {
    for (let status = 100; status <= 599; status++) expect(of(status)).toMatch(/^.+[.,] .+\.$/);
  });

  it('is never the server’s, for any status', () => {
    for (let status = 100; status <= 599; status++) {
      expect(of(status)).toMatch(/^[A-Z].*\.$/);
      expect(of(status)).not.toContain('SQLSTATE');
    }
  });
});
