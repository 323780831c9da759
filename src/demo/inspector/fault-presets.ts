import type { ActiveFault } from './fault-controller.ts';

/** The faults of one switch, one for each route. */
export type FaultPreset = {
  readonly label: string;
  readonly means: string;
  readonly faults: readonly FaultRequest[];
};

/** The fields of a control API request that the switches use. */
type FaultRequest = {
  readonly route: string;
  /** 0 is unlimited. */
  readonly times: number;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly drop?: 'after';
};

const API = '/api/v2/*';
/** The access list, in both shapes. */
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

/** Whether the fault belongs to the switch. */
export function isOf(preset: FaultPreset, fault: ActiveFault): boolean {
  return preset.faults.some((request) => isSame(request, fault));
}

/** Whether all faults of the switch are active. */
export function isOn(preset: FaultPreset, faults: readonly ActiveFault[]): boolean {
  return preset.faults.every((request) => faults.some((fault) => isSame(request, fault)));
}

function isSame({ route, times, status, drop }: FaultRequest, fault: ActiveFault): boolean {
  const isRoute = route === (fault.method === undefined ? fault.pattern : `${fault.method} ${fault.pattern}`);
  return isRoute && (times || null) === fault.times && status === fault.status && drop === fault.drop;
}
