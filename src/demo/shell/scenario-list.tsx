import './scenario-list.css';
import type { Director } from '../director/director.ts';
import { scenarios } from '../director/scenarios/index.ts';
import type { Scenario } from '../director/script.ts';
import { hashOf } from './hash.ts';
import { useSnapshot } from './use-snapshot.ts';

type Props = { readonly director: Director; readonly onChoose: (scenario: Scenario) => void };

/** All scenarios, as links that can be shared. */
export function ScenarioList({ director, onChoose }: Props) {
  const progress = useSnapshot(director, director.progress);
  const current = progress.kind === 'idle' ? null : progress.scenario.name;
  return (
    <ol className="demo-scenarios">
      {scenarios.map((scenario) => (
        <li key={scenario.name}>
          <a
            className="demo-scenario"
            href={hashOf(scenario)}
            aria-current={scenario.name === current ? 'true' : undefined}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              // A link to the current hash would not fire `hashchange`.
              onChoose(scenario);
            }}
          >
            <span className="demo-scenario-title">{scenario.title}</span>
            <span className="demo-scenario-watch">{scenario.watch}</span>
          </a>
        </li>
      ))}
    </ol>
  );
}
