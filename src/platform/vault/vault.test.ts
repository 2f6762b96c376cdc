import { expect, test } from 'vitest';
import { Vault } from './vault.server.ts';

const vault = new Vault(Buffer.alloc(32, 1));
const office = '33.75';
const person = '0192f0c1-2345-7678-9abc-def012345678';
const nik = '3375014107900001';

test('a NIK is read back only with its own person, field and key', () => {
  const { personKey, wrapped } = vault.makePersonKey(office, person);
  const cipher = vault.encrypt(personKey, 'nik', nik);
  expect(cipher.includes(Buffer.from(nik))).toBe(false);
  const reopened = vault.openPersonKey(office, person, wrapped);
  expect(vault.decrypt(reopened, 'nik', cipher)).toBe(nik);
  expect(() => vault.decrypt(reopened, 'no_kk', cipher)).toThrow();
  expect(() => vault.decrypt({ ...reopened, personId: office }, 'nik', cipher)).toThrow();
  expect(() => vault.openPersonKey('33.25', person, wrapped)).toThrow();
  expect(() => new Vault(Buffer.alloc(32, 2)).openPersonKey(office, person, wrapped)).toThrow();
});

test('a changed byte is noticed', () => {
  const { personKey } = vault.makePersonKey(office, person);
  const cipher = vault.encrypt(personKey, 'nik', nik);
  cipher[cipher.length - 20]! ^= 1;
  expect(() => vault.decrypt(personKey, 'nik', cipher)).toThrow();
});

test('the same NIK is never stored twice as the same bytes, but is found by its index', () => {
  const { personKey } = vault.makePersonKey(office, person);
  expect(vault.encrypt(personKey, 'nik', nik)).not.toEqual(vault.encrypt(personKey, 'nik', nik));
  expect(vault.blindIndex('nik', nik)).toEqual(vault.blindIndex('nik', nik));
  expect(vault.blindIndex('nik', nik)).not.toEqual(vault.blindIndex('no_kk', nik));
  expect(vault.blindIndex('nik', nik)).not.toEqual(new Vault(Buffer.alloc(32, 2)).blindIndex('nik', nik));
});
