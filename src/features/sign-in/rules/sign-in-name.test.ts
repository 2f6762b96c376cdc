import { expect, test } from 'vitest';
import { readSignInName, signInNameKey } from './sign-in-name.ts';

test.each([
  ['  Sri.Wahyuni@Contoh.ID ', { kind: 'email', value: 'sri.wahyuni@contoh.id' }],
  ['0812 3456 7890', { kind: 'phone', value: '+6281234567890' }],
  ['+62812-3456-7890', { kind: 'phone', value: '+6281234567890' }],
  ['19800817 200501 1 003', { kind: 'nip', value: '198008172005011003' }],
])('an officer may type %s to sign in', (typed, read) => {
  expect(readSignInName(typed)).toEqual(read);
});

test.each(['', '   ', 'sri', 'sri@', '@contoh.id', '12345', 'a'.repeat(201)])(
  '%j is no name to sign in with',
  (typed) => {
    expect(readSignInName(typed)).toBeNull();
  },
);

test('a number written as phone and as NIP gives two different keys', () => {
  expect(signInNameKey({ kind: 'phone', value: '1' })).not.toBe(signInNameKey({ kind: 'nip', value: '1' }));
});
