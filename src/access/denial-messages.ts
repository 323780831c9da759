import { amount, calendarDate, dayAndTime, type SignedInMessages, timeOfDay } from '#i18n';
import type { Denial } from '#model';

export type DenialMessages = {
  readonly short: string;
  readonly long: string;
  readonly next: string;
  /** Amounts, dates and times, where the denial names them. */
  readonly facts: readonly string[];
};

/** Why access is denied and what to do about it. `now` is epoch ms; `timeZone` is the facility's. */
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

/** Whether a payment would restore access. */
export function isAboutMoney(denial: Denial): boolean {
  return denial.kind === 'payment-due' || denial.kind === 'other-unit-past-due';
}
