import { amount, calendarDate, dayAndTime, type SignedInMessages, timeOfDay } from '#i18n';
import type { Denial } from '#model';

export type DenialMessages = {
  readonly short: string;
  readonly long: string;
  readonly next: string;
  /** Amounts, dates and times, where they were given. */
  readonly facts: readonly string[];
};

/** Why a door is closed, in plain words, and what to do. `now` is epoch ms; `timeZone` is the facility's. */
export function denialMessages(
  t: SignedInMessages,
  denial: Denial,
  timeZone: string | null,
  now: number,
): DenialMessages {
  return { ...t.denials[denial.kind], facts: factsOf(t, denial, timeZone, now) };
}

function factsOf(t: SignedInMessages, denial: Denial, timeZone: string | null, now: number): string[] {
  switch (denial.kind) {
    case 'payment-due':
      return [
        denial.balanceDue === null ? null : t.denials.amountDue({ due: amount(denial.balanceDue) }),
        denial.paidThrough === null ? null : t.denials.paidThrough({ date: calendarDate(denial.paidThrough) }),
      ].filter((fact) => fact !== null);
    case 'outside-hours': {
      const { opensAt } = denial;
      if (opensAt === null) return [];
      const isSoon = opensAt - now < 20 * 3_600_000;
      return [t.denials.opensAt({ time: isSoon ? timeOfDay(opensAt, timeZone) : dayAndTime(opensAt, timeZone) })];
    }
    default:
      return [];
  }
}

/** Whether paying would help. */
export function isAboutMoney(denial: Denial): boolean {
  return denial.kind === 'payment-due' || denial.kind === 'other-unit-past-due';
}
