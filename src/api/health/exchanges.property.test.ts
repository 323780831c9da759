import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryStore } from '#platform';
import { createTransportWith, get, json } from '../transport.test-helper.ts';
import { createExchanges } from './exchanges.ts';

/** Long enough not to appear by chance. */
const secret = fc.uuid().map((id) => `s3cret-${id}`);
const phone = fc.integer({ min: 2_000_000_000, max: 9_999_999_999 }).map((number) => `+1${number}`);
const status = fc.constantFrom(200, 201, 401, 403, 404, 422, 429, 500, 503);

describe('the list of exchanges', () => {
  it('contains no token, phone number, address, header or body', async () => {
    await fc.assert(
      fc.asyncProperty(status, fc.tuple(secret, secret, secret, secret), phone, async (code, secrets, number) => {
        const [token, id, header, said] = secrets;
        const store = memoryStore();
        const reply = json(code, { message: said, code: said, errors: { [said]: [said] } }, { 'X-Said': said });
        const { transport } = createTransportWith({ exchanges: createExchanges(store) }, reply);
        const request = {
          ...get,
          method: 'POST',
          subject: token,
          path: `/things/${id}?phone=${number}`,
          headers: { 'Idempotency-Key': header },
          body: { phone: number, otp: said },
          scope: `things ${number}`,
        } as const;
        await transport.send(request).catch(() => {});
        const kept = JSON.stringify(store.get('exchanges'));
        expect(kept).toContain('/things/{id}');
        for (const word of [...secrets, number, number.slice(2)]) expect(kept).not.toContain(word);
      }),
    );
  });
});
