import { describe, expect, it } from 'vitest';
import { createCredentialVault } from './credential-vault.ts';

const secret = (token: string) => ({ token });

describe('the vault', () => {
  it('gives the token to a request of its own tenant, at once, and to nobody else', () => {
    const vault = createCredentialVault();
    const id = vault.hold('ada', secret('1|abc'));
    expect(vault.of('ada')).toMatchObject({ id, token: '1|abc' });
    expect(vault.of('bob')).toBeNull();
  });

  it('holds one credential at a time, and none after the end', () => {
    const vault = createCredentialVault();
    vault.hold('ada', secret('1|abc'));
    vault.hold('bob', secret('2|def'));
    expect([vault.of('ada'), vault.of('bob')?.token]).toEqual([null, '2|def']);
    vault.drop();
    expect(vault.of('bob')).toBeNull();
  });

  it('calls the same credential by the same name, and another one by a name that no other has', () => {
    const vault = createCredentialVault();
    const first = vault.hold('ada', secret('1|abc'));
    expect([vault.hold('ada', secret('1|abc')), vault.nameOf('ada', secret('1|abc'))]).toEqual([first, first]);
    const others = [
      vault.nameOf('ada', secret('2|def')),
      vault.nameOf('bob', secret('1|abc')),
      vault.hold('ada', secret('3|ghi')),
      vault.hold('ada', secret('1|abc')),
    ];
    expect(new Set([first, ...others]).size).toBe(5);
  });

  it('tells nothing of the token by its name', () => {
    expect(createCredentialVault().hold('ada', secret('1|abc'))).not.toContain('abc');
  });
});
