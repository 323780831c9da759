const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const MONTH = `(?<month>${MONTHS.join('|')})`;
const TIME = '(?<hour>\\d{2}):(?<minute>\\d{2}):(?<second>\\d{2})';

/** The three forms that a recipient must accept (RFC 9110, section 5.6.7): the preferred one, RFC 850's and asctime's. */
const FORMS = [
  `(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?<day>\\d{2}) ${MONTH} (?<year>\\d{4}) ${TIME} GMT`,
  `(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?<day>\\d{2})-${MONTH}-(?<year>\\d{2}) ${TIME} GMT`,
  `(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ${MONTH} (?<day>[ \\d]\\d) ${TIME} (?<year>\\d{4})`,
].map((form) => new RegExp(`^${form}$`));

/** Epoch ms; null for anything else, the 99th of May included. */
export function readHttpDate(value: string | null): number | null {
  for (const form of FORMS) {
    const parts = form.exec(value ?? '')?.groups;
    if (parts) return moment(parts);
  }
  return null;
}

function moment({ year = '', month = '', day = '', hour = '', minute = '', second = '' }: Record<string, string>) {
  const at = Date.UTC(fullYear(year), MONTHS.indexOf(month), Number(day), Number(hour), Number(minute), Number(second));
  // What is no day or no time of day has rolled over to another one.
  const isItself =
    new Date(at).toISOString().slice(8, 19) === `${day.trim().padStart(2, '0')}T${hour}:${minute}:${second}`;
  return isItself ? at : null;
}

/** Two digits are of this century, but for those of the last one's computers. */
function fullYear(year: string): number {
  if (year.length === 4) return Number(year);
  return Number(year) + (Number(year) < 70 ? 2000 : 1900);
}
