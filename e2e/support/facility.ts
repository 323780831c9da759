/** A fault that the facility plays on the n-th call of a route; see the control API in src/facility/control. */
export type Fault = {
  /** `POST /gateway/locks/:id/open`; the method may be left out. */
  readonly route: string;
  readonly nth?: number;
  /** How often; 0 is for ever. Once unless told otherwise. */
  readonly times?: number;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** A body of so many bytes that mean nothing. */
  readonly bodyBytes?: number;
  /** Ms of real time before the answer. */
  readonly delayMs?: number;
  readonly drop?: 'before' | 'after';
  readonly truncate?: number;
  readonly never?: boolean;
  /** Ms of real time between the pieces of the body. */
  readonly drip?: number;
  /** With a status of its own: whether the door moved, or the record was written, before that was answered. */
  readonly applied?: 'before' | 'after';
};

export type Opening = { readonly kind: 'lock' | 'entry_point'; readonly id: string; readonly at: string };
export type JournalRequest = {
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
  readonly at: string;
  readonly idempotencyKey: string | null;
};
export type AcceptedReport = {
  readonly tenantId: string;
  readonly kind: 'lock' | 'entry_point';
  readonly doorId: string;
  readonly key: string;
  readonly happenedAt: string;
  readonly reason: string | null;
  readonly idempotencyKey: string | null;
};

/** The part of what the facility says of itself that tests read. */
export type FacilityState = {
  readonly tenants: readonly {
    readonly units: readonly { readonly name: string; readonly lock: { readonly id: string } | null }[];
  }[];
};

/** The simulated facility, as a test moves it: over HTTP, like everybody else. */
export class FacilityControl {
  constructor(readonly url: string) {}

  reset = () => this.call('POST', 'reset');
  openings = async () => (await this.journal()).openings;
  journal = () => this.call<{ requests: JournalRequest[]; openings: Opening[] }>('GET', 'journal');
  reports = () => this.call<AcceptedReport[]>('GET', 'reports');
  /** To a moment such as `2030-01-15T13:07:00Z`; from there it goes on. */
  setClock = (at: string) => this.call('POST', 'clock', { set: at });
  advance = (seconds: number) => this.call('POST', 'clock', { advance_seconds: seconds });
  fault = (fault: Fault) => this.call('POST', 'faults', fault);
  healFaults = () => this.call('DELETE', 'faults');
  expireTokens = (phone?: string) => this.call('POST', 'tokens', { action: 'expire', ...(phone ? { phone } : {}) });
  settings = (settings: Readonly<Record<string, unknown>>) => this.call('PATCH', 'settings', settings);
  unit = (id: string, facts: Readonly<Record<string, unknown>>) => this.call('PATCH', `units/${id}`, facts);
  entryPoint = (id: string, facts: Readonly<Record<string, unknown>>) =>
    this.call('PATCH', `entry-points/${id}`, facts);
  deleteLock = (id: string) => this.call('DELETE', `locks/${id}`);
  motor = (kind: 'lock' | 'entry_point', id: string, motor: 'ok' | 'jammed' | 'not_answered') =>
    this.call('PATCH', `doors/${kind}/${id}`, { motor });
  state = () => this.call<FacilityState>('GET', 'state');

  /** The id of the lock of a unit. */
  async lockOf(unitName: string): Promise<string> {
    const { tenants } = await this.state();
    const unit = tenants.flatMap(({ units }) => units).find(({ name }) => name === unitName);
    if (!unit?.lock) throw new Error(`${unitName} has no lock.`);
    return unit.lock.id;
  }

  /** The digits of the newest message to a number (E.164); waits for a message newer than `after` of them. */
  async code(to: string): Promise<string> {
    const messages = await this.call<{ to: string; text: string }[]>('GET', 'messages');
    const newest = messages.findLast((message) => message.to === to);
    const code = /\b\d{6}\b/.exec(newest?.text ?? '')?.[0];
    if (code === undefined) throw new Error(`No code was sent to ${to}.`);
    return code;
  }

  /** Signs in without a page, as the app does; gives the token. The number is one of +1, and has one account. */
  async signIn(phone: string): Promise<string> {
    const number = { country_code: '1', phone_number: phone.slice(2) };
    await this.post('auth/phone', number);
    const otp = await this.code(phone);
    const { data } = await this.post<{ data: { token: string } }>('auth/verify-otp', { ...number, otp });
    return data.token;
  }

  /** How many requests of a method and a path (a pattern) came in. */
  async count(method: string, path: RegExp): Promise<number> {
    const { requests } = await this.journal();
    return requests.filter((request) => request.method === method && path.test(request.path)).length;
  }

  private async post<T>(path: string, body: unknown): Promise<T> {
    const response = await fetch(`${this.url}/api/v2/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    });
    if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  private async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.url}/__facility/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
}
