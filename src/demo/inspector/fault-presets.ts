import type { SetFault } from './fault-hand.ts';

/** Trouble that a switch sets: what the control API is told, one for each route. */
export type FaultPreset = {
  readonly label: string;
  readonly means: string;
  readonly faults: readonly PresetFault[];
};

/** A fault in the format of the control API, as far as the switches need it. */
type PresetFault = {
  readonly route: string;
  /** 0 is for ever. */
  readonly times: number;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly drop?: 'after';
};

const API = '/api/v2/*';
/** The list of doors, in either of its shapes. */
const LISTS = ['GET /api/v2/tenant/access', 'GET /api/v2/access'];
const OPENING = 'POST /gateway/*';

const limit = {
  times: 0,
  status: 429,
  headers: { 'Retry-After': '30' },
  body: { message: 'Too many requests.' },
};

export const faultPresets: readonly FaultPreset[] = [
  {
    label: 'Server trouble',
    means: '503 to everything but opening',
    faults: [{ route: API, times: 0, status: 503, body: { message: 'Service Unavailable' } }],
  },
  {
    label: 'Too many requests',
    means: '429, try again in 30 s',
    faults: [
      { route: API, ...limit },
      { route: OPENING, ...limit },
    ],
  },
  {
    label: 'The next press is lost on the way',
    means: 'The door moves, its answer is lost: the app asks once more',
    faults: [{ route: OPENING, times: 1, drop: 'after' }],
  },
  {
    label: 'The next press is lost twice',
    means: 'The second answer is lost, too: nobody can confirm',
    faults: [{ route: OPENING, times: 2, drop: 'after' }],
  },
  {
    label: 'Answers that make no sense',
    means: '200 for the list of doors, and no list in it',
    faults: LISTS.map((route) => ({
      route,
      times: 0,
      status: 200,
      body: { message: 'Request successful.', data: { units: 'soon' } },
    })),
  },
];

/** Whether a fault that is set is one of those of the switch. */
export function isOf(preset: FaultPreset, fault: SetFault): boolean {
  return preset.faults.some((one) => isSame(one, fault));
}

/** Whether all of the trouble of the switch is set. */
export function isOn(preset: FaultPreset, faults: readonly SetFault[]): boolean {
  return preset.faults.every((one) => faults.some((fault) => isSame(one, fault)));
}

function isSame({ route, times, status, drop }: PresetFault, fault: SetFault): boolean {
  const isRoute = route === (fault.method === undefined ? fault.pattern : `${fault.method} ${fault.pattern}`);
  return isRoute && (times || null) === fault.times && status === fault.status && drop === fault.drop;
}
