import '../../../../src/ui/styles/tokens.css';
import '../../../../src/ui/styles/base.css';
import '../../../../src/ui/styles/parts.css';
import '../../../../src/ui/styles/frame.css';
import '../../../../src/access/access.css';
import { createRoot } from 'react-dom/client';

/* The rows of the list in plain React, without routes, requests and session; the doors are inlined in the page. */

type Row = { readonly id: string; readonly name: string; readonly kind: string; readonly state: string };

function Icon() {
  return (
    <svg className="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
      <path d="M18 20V10a2 2 0 0 0-2-2H8a2 2 0 0 0-2 2v10" />
      <path d="M2 20h20" />
    </svg>
  );
}

function Card({ id, name, kind, state }: Row) {
  return (
    <div className="card door">
      <span className="door-kind">
        <Icon />
      </span>
      <span className="card-text">
        <a className="card-title door-link" href={`/doors/${id}`}>
          <bdi>{name}</bdi>
        </a>
        <span className="soft small">{kind}</span>
        <span className="door-state small">{state}</span>
      </span>
      <Icon />
    </div>
  );
}

const rows = JSON.parse(document.getElementById('rows')?.textContent ?? '[]') as readonly Row[];
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <main className="page">
      <h1>Your doors</h1>
      <ul className="cards">
        {rows.map((row) => (
          <li key={row.id}>
            <Card {...row} />
          </li>
        ))}
      </ul>
    </main>,
  );
}
