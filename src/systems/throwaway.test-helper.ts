import * as z from 'zod/mini';
import { type DialectReader, isApiProblem, readJson, type Transport } from '#api';
import { type AccessList, type Door, isJsonObject, type OpenOutcome, textOf } from '#model';
import { aDoor } from '#model/test-helpers';
import { type Opener, type OpenerParts, refusalNow } from './opener.ts';
import type { SignedInResult } from './sign-in.ts';
import type { SystemDefinition, SystemParts } from './system.ts';

/*
 * A second system, for tests only: sign-in with email and password, doors in pages, no reports, an opener of its own and
 * a call that signs out.
 */

declare module './sign-in.ts' {
  interface SignInKinds {
    account: AccountSignIn;
  }
}

export type AccountSignIn = {
  readonly kind: 'account';
  /** Throws ApiProblem; `unauthenticated` for a wrong password. */
  readonly signIn: (account: { readonly email: string; readonly password: string }) => Promise<SignedInResult>;
};

const DEADLINE_MS = 10_000;
const PAGE_SIZE = 2;

const dialect: DialectReader = {
  name: 'throwaway',
  recognises: (body) => isJsonObject(body.fault),
  message: (body) => (isJsonObject(body.fault) ? textOf(body.fault.said) : null),
};

export const throwaway: SystemDefinition = {
  id: 'throwaway',
  authorize: (token) => ({ Authorization: `SECRET ${token}` }),
  dialect,
  healthPath: null,
  connect: ({ transport }: SystemParts) => ({
    signIn: createAccountSignIn(transport),
    signOut: async (subject) => {
      await transport.send({
        purpose: 'form',
        method: 'POST',
        path: '/logout',
        route: '/logout',
        subject,
        scope: `${transport.base}/logout`,
        deadlineMs: DEADLINE_MS,
        read: ({ status }) => (status === 204 ? true : undefined),
      });
    },
    access: {
      scope: `${transport.base}/doors`,
      fetch: (subject, signal, onFirstPage) => fetchDoors(transport, subject, signal, onFirstPage),
      forget: () => {},
    },
    reports: null,
    openers: { none: createDoorOpener },
    prepare: async () => {},
  }),
};

const readLogin = readJson(
  z.object({ secret: z.string(), user: z.object({ id: z.string(), name: z.string() }), expires_at: z.number() }),
);

function createAccountSignIn(transport: Transport): AccountSignIn {
  return {
    kind: 'account',
    signIn: (account) =>
      transport.send<SignedInResult>({
        purpose: 'form',
        method: 'POST',
        path: '/login',
        route: '/login',
        body: account,
        subject: null,
        scope: `${transport.base}/login`,
        deadlineMs: DEADLINE_MS,
        read: (answer) => {
          const login = readLogin(answer);
          if (!login) return undefined;
          const { secret, user, expires_at } = login;
          return { kind: 'signed-in', token: secret, expiresAt: expires_at, userId: user.id, name: user.name };
        },
      }),
  };
}

const readPage = readJson(
  z.object({ doors: z.array(z.object({ id: z.string(), name: z.string() })), more: z.boolean() }),
);

async function fetchDoors(
  transport: Transport,
  subject: string,
  signal: AbortSignal,
  onFirstPage?: (doors: AccessList) => void,
): Promise<AccessList> {
  const doors: Door[] = [];
  for (;;) {
    const page = await transport.read({
      purpose: 'read',
      method: 'GET',
      path: `/doors?after=${doors.length}&limit=${PAGE_SIZE}`,
      route: '/doors',
      subject,
      scope: `${transport.base}/doors`,
      deadlineMs: DEADLINE_MS,
      signal,
      read: readPage,
    });
    doors.push(...page.doors.map(toDoor));
    const list = { doors: [...doors], syncedAt: null };
    if (!page.more) return list;
    if (doors.length === page.doors.length) onFirstPage?.(list);
  }
}

/** Its call does not deduplicate by key, so a command is sent once and aborted at its deadline (law 4). */
function createDoorOpener({ transport, windows, isOnline }: OpenerParts): Opener {
  const scope = (tenantId: string) => `${transport.base}/open ${tenantId}`;
  return {
    kind: 'system',
    unavailable: () => null,
    refusal: (tenantId) => refusalNow({ isOnline, windows }, scope(tenantId)),
    dedupesByKey: false,
    scope,
    attempt: async ({ target, subject, credential, tenantId }, deadlineMs) => {
      const outcome: OpenOutcome = await transport
        .send<OpenOutcome>({
          purpose: 'command',
          method: 'POST',
          path: `/doors/${encodeURIComponent(target.id)}/open`,
          route: '/doors/{id}/open',
          subject,
          credential,
          scope: scope(tenantId),
          deadlineMs: Math.min(deadlineMs, DEADLINE_MS),
          read: ({ status, json }) =>
            status === 200 && isJsonObject(json) && typeof json.at === 'number'
              ? { kind: 'opened', openedAt: json.at, relaySeconds: null }
              : undefined,
        })
        .catch((error: unknown) => {
          const isDenied = isApiProblem(error) && error.status !== null && error.status < 500;
          return isDenied
            ? { kind: 'denied', message: error.serverMessage }
            : { kind: 'unknown', because: 'no-answer' };
        });
      return { kind: 'ended', outcome };
    },
  };
}

function toDoor({ id, name }: { readonly id: string; readonly name: string }): Door {
  return aDoor({ id, name, openability: { kind: 'openable', target: { kind: 'lock', id, key: null } } });
}
