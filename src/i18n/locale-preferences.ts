/** What the device says about the person's languages and time zone; `app/` reads it from the platform. */
export type LocalePreferences = {
  /** BCP 47 tags, best first. */
  readonly languages: () => readonly string[];
  /** IANA time zone for times that have none of their own; the engine's zone where absent. */
  readonly timeZone?: string;
};

let current: LocalePreferences = { languages: () => [] };

/** Call this before the first `setLocale`. */
export function setLocalePreferences(next: LocalePreferences): void {
  current = next;
}

export const getLocalePreferences = (): LocalePreferences => current;
