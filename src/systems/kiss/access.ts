import { type CredentialId, readJson, type Transport } from '#api';
import type { RuntimeConfig } from '#config';
import type { AccessList } from '#model';
import { wireAccess } from './access-schema.ts';
import { toAccessList } from './to-doors.ts';

const DEADLINE_MS = 15_000;

type Cached = { readonly credential: CredentialId; readonly etag: string; readonly list: AccessList };

/**
 * The access call, at either of its paths. Caches the last list in memory and revalidates it with `If-None-Match`, but
 * only with the credential that fetched it: the ETag does not depend on the token, but the keys in the list do (KISS
 * guide, the newest additions).
 */
export function createAccessReader(transport: Transport, config: RuntimeConfig) {
  let cached: Cached | null = null;
  const timeZoneOf = (locationId: string | null) => config.locations[locationId ?? '']?.timezone ?? null;
  const readBody = readJson(wireAccess);

  const scope = `${transport.base}${config.api.accessPath}`;

  return {
    fetch(subject: string, signal: AbortSignal): Promise<AccessList> {
      let revalidated: Cached | null = null;
      return transport.read<AccessList>({
        purpose: 'read',
        method: 'GET',
        path: config.api.accessPath,
        route: config.api.accessPath,
        subject,
        scope,
        deadlineMs: DEADLINE_MS,
        signal,
        headers: (sentAs) => {
          revalidated = cached?.credential === sentAs ? cached : null;
          return revalidated ? { 'If-None-Match': revalidated.etag } : {};
        },
        read: (answer, sentAs) => {
          if (answer.status === 304 && revalidated) return revalidated.list;
          const body = readBody(answer);
          if (!body) return undefined;
          const list = toAccessList(body, timeZoneOf);
          const etag = answer.headers.get('etag');
          cached = etag === null || sentAs === null ? null : { credential: sentAs, etag, list };
          return list;
        },
      });
    },
    forget() {
      cached = null;
    },
  };
}
