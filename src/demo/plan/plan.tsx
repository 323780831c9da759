import './plan.css';
import './plan-ground.css';
import './plan-doors.css';
import './plan-controls.css';
import { type CSSProperties, useCallback, useId, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { Facility } from '#facility';
import type { DemoTime } from '../time.ts';
import { Clock } from './clock.tsx';
import { Controls, Edges } from './controls.tsx';
import { layOut, type PlanLayout } from './layout.ts';
import { Legend } from './legend.tsx';
import { PlanDrawing } from './plan-drawing.tsx';
import { planMessages } from './plan-messages.ts';
import type { PlanSite } from './plan-model.ts';
import { createPlanStore } from './plan-store.ts';
import { asGroup } from './roles.ts';
import type { SiteShape } from './site-shape.ts';
import { usePanZoom } from './use-pan-zoom.ts';

/** Focusable for the keyboard; spread, because a lint rule rejects `tabIndex` on a group. */
const surfaceAttributes = { ...asGroup, 'aria-label': planMessages.surface, tabIndex: 0 } as const;

type Props = {
  readonly facility: Facility;
  readonly time: DemoTime;
  /** Ids of the tenants whose doors are highlighted. */
  readonly tenants: readonly string[];
};

/** The facility from above, drawn from the state behind its API. */
export function Plan({ facility, time, tenants }: Props) {
  const who = tenants.join('\n');
  const store = useMemo(() => createPlanStore(facility, time, who.split('\n')), [facility, time, who]);
  const { model, light, place } = useSyncExternalStore(store.subscribe, store.view);
  const { surface, world, panZoom, layout, detailStore, isWhole } = usePanZoom(useLayout(model.sites));
  const help = useId();
  const doorPlace = model.standsAt === null ? undefined : layout.places.get(model.standsAt);
  const at = doorPlace?.personAt ?? layout.sites[0]?.street;

  return (
    <section className="plan" data-light={light.kind} style={{ '--plan-light': light.level } as CSSProperties}>
      <div className="plan-frame">
        <div ref={surface} className="plan-surface" aria-describedby={help} {...surfaceAttributes}>
          <div ref={world} className="plan-world">
            <PlanDrawing model={model} layout={layout} detailStore={detailStore} light={light} at={at} />
          </div>
          <div className="plan-pointer-area" />
        </div>
        {model.sites.length === 0 && <p className="plan-empty">{planMessages.empty}</p>}
        {!isWhole && <Edges panZoom={panZoom} />}
      </div>
      <p id={help} className="visually-hidden">
        {planMessages.help}
      </p>
      <div className="plan-bar">
        <Clock light={light} place={place} />
        <Controls panZoom={panZoom} tenantAt={at} />
      </div>
      <Legend />
    </section>
  );
}

/** Memoizes the layout for the shapes and the aspect. */
function useLayout(sites: readonly PlanSite[]): (aspect: number) => PlanLayout {
  const shapes = useStableList(sites.map(({ shape }) => shape));
  const known = useRef<{ readonly shapes: readonly SiteShape[]; readonly aspect: number; readonly layout: PlanLayout }>(
    null,
  );
  return useCallback(
    (aspect) => {
      if (known.current?.shapes === shapes && known.current.aspect === aspect) return known.current.layout;
      const layout = layOut(shapes, aspect);
      known.current = { shapes, aspect, layout };
      return layout;
    },
    [shapes],
  );
}

/** Returns the same array until an item changes. */
function useStableList<T>(list: readonly T[]): readonly T[] {
  const [kept, keep] = useState(list);
  if (kept.length === list.length && kept.every((one, nth) => one === list[nth])) return kept;
  keep(list);
  return list;
}
