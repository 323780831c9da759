import { memo } from 'react';
import { lampLabels, lamps } from './lamp.ts';
import { LampDrawing } from './lamp-drawing.tsx';

/** The meaning of each lamp. */
export const Legend = memo(function Legend() {
  return (
    <ul className="plan-legend" aria-label="Lamps">
      {lamps.map((lamp) => (
        <li key={lamp}>
          <svg className="plan-legend-lamp" viewBox="-14 -14 28 28" aria-hidden="true" focusable="false">
            <LampDrawing lamp={lamp} />
          </svg>
          {lampLabels[lamp]}
        </li>
      ))}
    </ul>
  );
});
