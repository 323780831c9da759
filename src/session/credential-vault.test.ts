import { describe, expect, it } from 'vitest';
import { createCredentialVault } from './credential-vault.ts';

const secret = (token: string) => ({ token });

describe('the credential vault', () => {
  it('gives the token synchronously to its own tenant, and to no other', () => {
    const vault = createCredentialVault();
    const id = vault.hold('ada', secret('1|abc'));
    expect(vault.of('ada')).toMatchObject({ id, token: '1|abc' });
    expect(vault.of('bob')).toBeNull();
  });

  it('holds one token at a time, and none after the session ends', () => {
    const vault = createCredentialVault();
    vault.hold('ada', secret('1|abc'));
    vault.hold('bob', secret('2|def'));
    expect([vault.of('ada'), vault.of('bob')?.token]).toEqual([null, '2|def']);
    vault.drop();
    expect(vault.of('bob')).toBeNull();
  });

  it('gives the same token the same id, and every other token a new one', () => {
    const vault = createCredentialVault();
    const first = vault.hold('ada', secret('1|abc'));
    expect([vault.hold('ada', secret('1|abc')), vault.idOf('ada', secret('1|abc'))]).toEqual([first, first]);
    const others = [
      vault.idOf('ada', secret('2|def')),
      vault.idOf('bob', secret('1|abc')),
      vault.hold('ada', secret('3|ghi')),
      vault.hold('ada', secret('1|abc')),
    ];
    expect(new Set([first, ...others]).size).toBe(5);
  });

  it('reveals nothing of the token in its id', () => {
    expect(createCredentialVault().hold('ada', secret('1|abc'))).not.toContain('abc');
  });
});
