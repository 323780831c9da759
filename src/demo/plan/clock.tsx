import type { Light } from './light.ts';

const SUN =
  'M8 12a4 4 0 1 0 8 0a4 4 0 1 0 -8 0M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6l1.4 1.4M17 17l1.4 1.4M5.6 18.4l1.4-1.4M17 7l1.4-1.4';
const MOON = 'M19 14.5a7.5 7.5 0 1 1-9.5-9.5a6 6 0 0 0 9.5 9.5z';

/** Local time at the facility, with an icon for day or night. */
export function Clock({ light, place }: { readonly light: Light; readonly place: string }) {
  return (
    <p className="plan-clock">
      <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path className="plan-stroke" d={light.kind === 'night' ? MOON : SUN} />
      </svg>
      <span>
        <span className="plan-time">{light.time}</span> <bdi className="plan-place">{place}</bdi>
      </span>
    </p>
  );
}
