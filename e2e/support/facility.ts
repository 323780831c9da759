/** A fault to inject into the nth call of a route; see the control API in src/facility/control. */
export type Fault = {
  /** `POST /gateway/locks/:id/open`; the method is optional. */
  readonly route: string;
  readonly nth?: number;
  /** The number of calls; 0 is unlimited, the default is 1. */
  readonly times?: number;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** A filler body of this many bytes. */
  readonly bodyBytes?: number;
  /** Ms of real time before the response. */
  readonly delayMs?: number;
  readonly drop?: 'before' | 'after';
  readonly truncate?: number;
  readonly never?: boolean;
  /** Ms of real time between the chunks of the body. */
  readonly drip?: number;
  /** With `status`: whether the call takes effect (the door moves, the record is written) before the response. */
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

/** The part of the facility's state that tests read. */
export type FacilityState = {
  readonly tenants: readonly {
    readonly units: readonly { readonly name: string; readonly lock: { readonly id: string } | null }[];
  }[];
};

/** A client of the simulated facility's control API. */
export class FacilityControl {
  constructor(readonly url: string) {}

  reset = () => this.call('POST', 'reset');
  openings = async () => (await this.journal()).openings;
  journal = () => this.call<{ requests: JournalRequest[]; openings: Opening[] }>('GET', 'journal');
  reports = () => this.call<AcceptedReport[]>('GET', 'reports');
  /** Sets the clock to a time such as `2030-01-15T13:07:00Z`; it keeps running from there. */
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

  /** The lock id of a unit. @throws {Error} when it has none */
  async lockOf(unitName: string): Promise<string> {
    const { tenants } = await this.state();
    const unit = tenants.flatMap(({ units }) => units).find(({ name }) => name === unitName);
    if (!unit?.lock) throw new Error(`${unitName} has no lock.`);
    return unit.lock.id;
  }

  /** The code of the newest message to a number (E.164). @throws {Error} when there is none */
  async code(to: string): Promise<string> {
    const messages = await this.call<{ to: string; text: string }[]>('GET', 'messages');
    const newest = messages.findLast((message) => message.to === to);
    const code = /\b\d{6}\b/.exec(newest?.text ?? '')?.[0];
    if (code === undefined) throw new Error(`No code was sent to ${to}.`);
    return code;
  }

  /** Signs in by API and returns the token. The number starts with +1 and has one account. */
  async signIn(phone: string): Promise<string> {
    const number = { country_code: '1', phone_number: phone.slice(2) };
    await this.post('auth/phone', number);
    const otp = await this.code(phone);
    const { data } = await this.post<{ data: { token: string } }>('auth/verify-otp', { ...number, otp });
    return data.token;
  }

  /** The number of received requests with this method and path. */
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
