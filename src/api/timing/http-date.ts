const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const MONTH = `(?<month>${MONTHS.join('|')})`;
const TIME = '(?<hour>\\d{2}):(?<minute>\\d{2}):(?<second>\\d{2})';

/** The three forms that a recipient must accept (RFC 9110, section 5.6.7): the preferred one, RFC 850's and asctime's. */
const FORMS = [
  `(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?<day>\\d{2}) ${MONTH} (?<year>\\d{4}) ${TIME} GMT`,
  `(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?<day>\\d{2})-${MONTH}-(?<year>\\d{2}) ${TIME} GMT`,
  `(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ${MONTH} (?<day>[ \\d]\\d) ${TIME} (?<year>\\d{4})`,
].map((form) => new RegExp(`^${form}$`));

/** Epoch ms; null for anything but a valid date. */
export function readHttpDate(value: string | null): number | null {
  for (const form of FORMS) {
    const parts = form.exec(value ?? '')?.groups;
    if (parts) return moment(parts);
  }
  return null;
}

function moment({ year = '', month = '', day = '', hour = '', minute = '', second = '' }: Record<string, string>) {
  const at = Date.UTC(fullYear(year), MONTHS.indexOf(month), Number(day), Number(hour), Number(minute), Number(second));
  // `Date.UTC` turns an invalid date, such as May 99, into another one.
  const isValid =
    new Date(at).toISOString().slice(8, 19) === `${day.trim().padStart(2, '0')}T${hour}:${minute}:${second}`;
  return isValid ? at : null;
}

/** Two-digit years from 70 on belong to the last century. */
function fullYear(year: string): number {
  if (year.length === 4) return Number(year);
  return Number(year) + (Number(year) < 70 ? 2000 : 1900);
}
