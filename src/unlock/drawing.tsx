import type { DoorForm } from '#model';

/** What the drawing shows. Without an outcome, and after one that did not open, the door is shut. */
export type DrawingState = 'shut' | 'asked' | 'moving' | 'open' | 'unsure';

/** A drawing of the door. Decorative: the word and the sentence beside it say the same. unlock.css moves its parts. */
export function Drawing({ form, state }: { readonly form: DoorForm; readonly state: DrawingState }) {
  const Shape = SHAPES[form];
  return (
    <svg className="drawing" data-drawn={state} viewBox="0 0 96 96" aria-hidden="true" focusable="false">
      <path className="drawing-ground" d="M8 84h80" />
      <Shape />
    </svg>
  );
}

/** A nested svg clips the part that moves out of the opening. */
function Gate() {
  return (
    <>
      <svg x="18" y="28" width="60" height="56" overflow="hidden" aria-hidden="true">
        <path className="drawing-leaf drawing-leaf-start" d="M1 8h28v46H1zM10 8v46M20 8v46" />
        <path className="drawing-leaf drawing-leaf-end" d="M31 8h28v46H31zM40 8v46M50 8v46" />
      </svg>
      <path d="M12 84V26h6v58zM78 84V26h6v58z" />
    </>
  );
}

function Hinged() {
  return (
    <>
      <path d="M26 84V14h44v70" />
      <g className="drawing-hinged">
        <path className="drawing-leaf" d="M30 84V18h36v66z" />
        <circle className="drawing-knob" cx="59" cy="52" r="2.5" />
      </g>
    </>
  );
}

function RollUp() {
  return (
    <>
      <svg x="18" y="26" width="60" height="58" overflow="hidden" aria-hidden="true">
        <path className="drawing-leaf drawing-curtain" d="M1 0h58v57H1zM1 11h58M1 22h58M1 33h58M1 44h58" />
      </svg>
      <path d="M12 84V18h72v66M12 26h72" />
    </>
  );
}

function Padlock() {
  return (
    <>
      <path className="drawing-shackle" d="M34 46V32a14 14 0 0 1 28 0v14" />
      <rect className="drawing-leaf" x="24" y="44" width="48" height="36" rx="7" />
      <circle className="drawing-knob" cx="48" cy="62" r="4" />
    </>
  );
}

const SHAPES = {
  gate: Gate,
  'outer-door': Hinged,
  'inner-door': Hinged,
  'rollup-door': RollUp,
  unit: RollUp,
  other: Padlock,
} as const satisfies Record<DoorForm, () => unknown>;
