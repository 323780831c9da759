/**
 * Whether some cache on the way gave this answer: then its limits and its `Date` are of the past. `Age: 0` is what a cache
 * writes that has just asked (RFC 9111, section 5.1).
 */
export function isFromCache(headers: Headers): boolean {
  const age = headers.get('age');
  return age !== null && !/^0+$/.test(age);
}
