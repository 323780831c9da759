import './requests.css';
import { memo, useId, useState, useSyncExternalStore } from 'react';
import { timeThere } from '../facility-time.ts';
import type { PhoneRequest, PhoneRequests } from '../phone/requests.ts';
import { Part } from './part.tsx';
import { ruleFor } from './rule.ts';

/** What is shown unless all is asked for: the other parts are to stay near. */
const USUAL = 6;

/** What the phone asked, newest first, and what the app did about the answers. Never read out by itself. */
export function RequestsPart({ requests }: { readonly requests: PhoneRequests }) {
  const asked = useSyncExternalStore(requests.subscribe, requests.list);
  const [showsAll, setShowsAll] = useState(false);
  const listId = useId();
  const count = asked.length;
  const newestFirst = (showsAll ? asked : asked.slice(-USUAL)).toReversed();
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
      {count > USUAL && (
        <button
          type="button"
          className="inspector-button"
          aria-expanded={showsAll}
          aria-controls={listId}
          onClick={() => setShowsAll(!showsAll)}
        >
          {showsAll ? `Show the last ${USUAL} only` : `Show all ${count}`}
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
        <time dateTime={new Date(at).toISOString()}>{timeThere(at)}</time> <b>{method}</b> <code>{path}</code>
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
      // Understood, and yet no door that opened.
      return status !== null && status >= 400 ? 'unsure' : 'good';
    case 'unavailable':
    case 'rate-limited':
      return 'unsure';
    default:
      return 'bad';
  }
}
