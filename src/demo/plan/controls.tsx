import type { RefObject } from 'react';
import { Button } from '#ui';
import type { Point } from './geometry.ts';
import { planMessages } from './plan-messages.ts';
import { type PanZoom, ZOOM_STEP } from './pointer-controller.ts';

type ControlsProps = { readonly panZoom: RefObject<PanZoom | null> };

/** A scale at which names are readable. */
const READABLE_SCALE = 1;

/** Buttons for everything that a pointer or wheel can do. */
export function Controls({ panZoom, tenantAt }: ControlsProps & { readonly tenantAt: Point | undefined }) {
  return (
    <div className="plan-controls">
      <Tool label={planMessages.zoomOut} drawing="M5 12h14" press={() => panZoom.current?.zoomBy(1 / ZOOM_STEP)} />
      <Tool label={planMessages.zoomIn} drawing="M5 12h14M12 5v14" press={() => panZoom.current?.zoomBy(ZOOM_STEP)} />
      <Tool
        label={planMessages.showAll}
        drawing="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5"
        press={() => panZoom.current?.showAll()}
      />
      <Tool
        label={planMessages.goToTenant}
        drawing="M9 7.5a3 3 0 1 0 6 0a3 3 0 1 0 -6 0M6 19a6 6 0 0 1 12 0z"
        press={() => tenantAt && panZoom.current?.goTo(tenantAt, READABLE_SCALE)}
      />
    </div>
  );
}

const STEP = 0.4;

const edges = [
  { side: 'up', across: 0, down: -STEP, drawing: 'M6 15l6-6l6 6' },
  { side: 'left', across: -STEP, down: 0, drawing: 'M15 6l-6 6l6 6' },
  { side: 'right', across: STEP, down: 0, drawing: 'M9 6l6 6l-6 6' },
  { side: 'down', across: 0, down: STEP, drawing: 'M6 9l6 6l6-6' },
] as const;

/** Buttons at the edges of the view, for people who cannot drag. */
export function Edges({ panZoom }: ControlsProps) {
  return edges.map(({ side, across, down, drawing }) => (
    <Tool
      key={side}
      className={`plan-edge plan-edge-${side}`}
      label={`Move ${side}`}
      drawing={drawing}
      press={() => panZoom.current?.panBy(across, down)}
    />
  ));
}

type ToolProps = {
  readonly label: string;
  readonly drawing: string;
  readonly press: () => void;
  readonly className?: string;
};

function Tool({ label, drawing, press, className = '' }: ToolProps) {
  return (
    <Button variant="secondary" className={`plan-tool ${className}`} aria-label={label} title={label} onClick={press}>
      <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path className="plan-stroke" d={drawing} />
      </svg>
    </Button>
  );
}
