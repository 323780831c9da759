import type { Director } from '../director/director.ts';
import { scenarios } from '../director/scenarios/index.ts';
import type { Scenario } from '../director/script.ts';
import { hashOf } from './address.ts';
import { usePicked } from './use-picked.ts';

type Props = { readonly director: Director; readonly onChoose: (scenario: Scenario) => void };

/** All scenarios: each a link to its own address, so that it can be shared as any link is. */
export function ScenarioList({ director, onChoose }: Props) {
  const progress = usePicked(director, director.progress);
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
              // The address alone would say nothing when it is the one already.
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
