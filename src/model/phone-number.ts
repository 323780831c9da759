/** A phone number in the two parts of the API contract, digits only. */
export type PhoneNumber = {
  /** The calling code without `+`, 1 to 3 digits. */
  readonly countryCode: string;
  /** 7 to 15 digits. */
  readonly nationalNumber: string;
};

/** `+13035550101` (E.164). */
export function toE164(phone: PhoneNumber): string {
  return `+${phone.countryCode}${phone.nationalNumber}`;
}

/** One of several accounts of the same phone number. */
export type Account = {
  readonly tenantId: string;
  readonly name: string;
  readonly location: string;
  readonly company: string;
};
