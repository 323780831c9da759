import './requests.css';
import { memo, useId, useState, useSyncExternalStore } from 'react';
import { formatFacilityTime } from '../facility-time.ts';
import type { PhoneRequest, PhoneRequests } from '../phone/requests.ts';
import { Part } from './part.tsx';
import { ruleFor } from './rule.ts';

/** Number of requests that are shown at first, so that the parts below do not move far down. */
const INITIAL_COUNT = 6;

/** The phone's requests and the rule applied to each response, newest first. Not a live region. */
export function RequestsPart({ requests }: { readonly requests: PhoneRequests }) {
  const all = useSyncExternalStore(requests.subscribe, requests.list);
  const [showsAll, setShowsAll] = useState(false);
  const listId = useId();
  const count = all.length;
  const newestFirst = (showsAll ? all : all.slice(-INITIAL_COUNT)).toReversed();
  return (
    <Part title="Requests and answers" aside={count > 0 && <span className="inspector-soft">Newest first</span>}>
      {count === 0 ? (
        <p className="inspector-soft">Nothing yet: what the phone asks for appears here.</p>
      ) : (
        <ol className="inspector-requests" id={listId}>
          {newestFirst.map((request) => (
            <Row key={request.nth} request={request} />
          ))}
        </ol>
      )}
      {count > INITIAL_COUNT && (
        <button
          type="button"
          className="inspector-button"
          aria-expanded={showsAll}
          aria-controls={listId}
          onClick={() => setShowsAll(!showsAll)}
        >
          {showsAll ? `Show the last ${INITIAL_COUNT} only` : `Show all ${count}`}
        </button>
      )}
    </Part>
  );
}

const Row = memo(({ request }: { readonly request: PhoneRequest }) => {
  const { at, method, path, status, durationMs, kind } = request;
  const rule = ruleFor(request);
  return (
    <li className="inspector-request" data-tone={toneOf(request)}>
      <p className="inspector-asked">
        <time dateTime={new Date(at).toISOString()}>{formatFacilityTime(at)}</time> <b>{method}</b> <code>{path}</code>
      </p>
      <p className="inspector-answer">
        {durationMs === null ? (
          <span>on its way…</span>
        ) : (
          <>
            <b>{status ?? 'no answer'}</b>
            {kind !== null && (
              <>
                {' '}
                <span aria-hidden="true">→</span> <span className="inspector-kind">{kind}</span>
              </>
            )}{' '}
            <span className="inspector-took">{Math.round(durationMs)} ms</span>
          </>
        )}
      </p>
      {rule !== null && <p className="inspector-rule">{rule}</p>}
    </li>
  );
});

type Tone = 'none' | 'good' | 'unsure' | 'bad';

function toneOf({ kind, status }: PhoneRequest): Tone {
  switch (kind) {
    case null:
    case 'aborted':
      return 'none';
    case 'ok':
      // An outcome other than opened.
      return status !== null && status >= 400 ? 'unsure' : 'good';
    case 'unavailable':
    case 'rate-limited':
      return 'unsure';
    default:
      return 'bad';
  }
}
