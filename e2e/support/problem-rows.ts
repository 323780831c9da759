import type { Fault } from './facility.ts';

/*
 * Each row of the problem table in each of the four places that send something. What the person reads comes from the
 * kind; the server's wording here says nothing on purpose.
 */
export type Row = { readonly kind: string; readonly fault: Omit<Fault, 'route'> };

export const words = { message: 'Wibble.' };
export const rows: readonly Row[] = [
  { kind: '401', fault: { status: 401, body: words } },
  { kind: '403', fault: { status: 403, body: words } },
  { kind: '404', fault: { status: 404, body: words } },
  { kind: '409', fault: { status: 409, body: words } },
  { kind: '422', fault: { status: 422, body: words } },
  { kind: '429', fault: { status: 429, body: words, headers: { 'Retry-After': '60' } } },
  { kind: '400', fault: { status: 400, body: words } },
  { kind: '418', fault: { status: 418, body: words } },
  { kind: '408', fault: { status: 408, body: words } },
  { kind: '500', fault: { status: 500, body: words } },
  { kind: '503 with a page', fault: { status: 503, body: '<h1>Busy</h1>', headers: { 'Content-Type': 'text/html' } } },
  { kind: '501', fault: { status: 501, body: words } },
  { kind: 'a cut connection', fault: { drop: 'before' } },
  {
    kind: 'a nonsense 200',
    fault: { status: 200, body: '<html>free wifi</html>', headers: { 'Content-Type': 'text/html' } },
  },
  { kind: 'a 200 of the wrong shape', fault: { status: 200, body: { data: 7 } } },
];
