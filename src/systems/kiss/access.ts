import { type CredentialId, readJson, type Transport } from '#api';
import type { RuntimeConfig } from '#config';
import type { AccessList } from '#model';
import { wireAccess } from './access-schema.ts';
import { toAccessList } from './to-doors.ts';

const DEADLINE_MS = 15_000;

type Kept = { readonly credential: CredentialId; readonly etag: string; readonly list: AccessList };

/**
 * The access call, at either of its paths. What the server tagged is kept in memory and asked for with
 * `If-None-Match`, with the credential that fetched it only: the tag does not depend on the token, but the keys inside do
 * (KISS guide, the newest additions).
 */
export function createAccessReader(transport: Transport, config: RuntimeConfig) {
  let kept: Kept | null = null;
  const timeZoneOf = (locationId: string | null) => config.locations[locationId ?? '']?.timezone ?? null;
  const readBody = readJson(wireAccess);

  const scope = `${transport.base}${config.api.accessPath}`;

  return {
    fetch(subject: string, signal: AbortSignal): Promise<AccessList> {
      let known: Kept | null = null;
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
          known = kept?.credential === sentAs ? kept : null;
          return known ? { 'If-None-Match': known.etag } : {};
        },
        read: (answer, sentAs) => {
          if (answer.status === 304 && known) return known.list;
          const body = readBody(answer);
          if (!body) return undefined;
          const list = toAccessList(body, timeZoneOf);
          const etag = answer.headers.get('etag');
          kept = etag === null || sentAs === null ? null : { credential: sentAs, etag, list };
          return list;
        },
      });
    },
    forget() {
      kept = null;
    },
  };
}
