/**
 * Whether the answer comes from a cache, so that its rate limits and its `Date` are out of date. A cache that has just
 * revalidated an answer sends `Age: 0` (RFC 9111, section 5.1).
 */
export function isFromCache(headers: Headers): boolean {
  const age = headers.get('age');
  return age !== null && !/^0+$/.test(age);
}
