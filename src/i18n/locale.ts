/** What the device says of the person's languages and place; `app/` takes it from the platform. */
export type Locale = {
  /** BCP 47 tags, best first. */
  readonly languages: () => readonly string[];
  /** IANA name of the zone for times that have none of their own; absent for the engine's. */
  readonly timeZone?: string;
};

let current: Locale = { languages: () => [] };

/** Called at the start, before the first `speak`. */
export function configureLocale(next: Locale): void {
  current = next;
}

export const locale = (): Locale => current;
